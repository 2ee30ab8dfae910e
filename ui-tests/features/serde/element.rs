// Arrays are written if their elements are.
use conformable::Vector;

struct Word;

fn main() {
    serde_json::to_string(&Vector::new([Word])).unwrap();
}

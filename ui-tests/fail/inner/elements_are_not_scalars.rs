// Products need elements that can be multiplied and added.
// Says: TODO
use conformable::array;

fn main() {
    let words = array!["a", "b"];
    words.inner(&words);
}

// Elements of a product are numbers.
// Says: `&str` is not a number that arrays can multiply and add
use conformable::Vector;

fn main() {
    let words = Vector::<&str, 2>::new(["a", "b"]);
    words.dot(&words);
}

// Elements of a product are numbers.
// Says: is not a number that arrays can multiply and add up
use conformable::Vector;

fn main() {
    let words = Vector::<&str, 2>::new(["a", "b"]);
    words.dot(&words);
}

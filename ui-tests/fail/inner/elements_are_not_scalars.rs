// Products need elements that can be multiplied and added.
// Says: `&str` is not a number that arrays can multiply and add
use conformable::array;

fn main() {
    let words = array!["a", "b"];
    words.inner(&words);
}

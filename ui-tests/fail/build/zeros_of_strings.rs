// Zero is for numbers: elements that are `Scalar`.
// Says: `String` is not a number that arrays can multiply and add
use conformable::Vector;

fn main() {
    let words = Vector::<String, 2>::zeros();
    println!("{}", words.len());
}

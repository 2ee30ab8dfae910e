// Zero is for numbers: elements that are `Scalar`.
// Says: TODO
use conformable::Vector;

fn main() {
    let words = Vector::<String, 2>::zeros();
    println!("{}", words.len());
}

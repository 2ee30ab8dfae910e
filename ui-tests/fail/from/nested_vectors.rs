// Nested vectors are not a vector of `Vec`s in silence.
use conformable::Array;

fn main() {
    let m = Array::from(vec![vec![1., 2.], vec![3., 4.]]);
    println!("{}", m.len());
}

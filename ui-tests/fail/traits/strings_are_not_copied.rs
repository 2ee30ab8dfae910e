// An array is `Copy` only if its elements are.
use conformable::Vector;

fn main() {
    let a = Vector::new([String::from("a")]);
    let b = a;
    println!("{} {}", a.len(), b.len());
}

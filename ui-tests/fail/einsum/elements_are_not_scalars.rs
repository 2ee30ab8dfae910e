// Elements are numbers.
// Says: `String` is not a number
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<String, 2>::from_fn(|_| String::new());
    einsum!("i->", a);
}

// A shape that may be any has no number of axes.
// Says: `einsum`: nothing says how many axes operand 0 has
use conformable::{Array, Shape, Vector, einsum};

fn sum<S: Shape>(a: &Array<f64, S>) {
    einsum!("i->", a);
}

fn main() {
    sum(&Vector::new([1.0]));
}

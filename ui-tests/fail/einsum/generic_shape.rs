// A shape that may be any has no number of axes.
// Says: `einsum`: the number of axes of operand 0 is not known
use conformable::{Array, Shape, Vector, einsum};

fn sum<S: Shape>(a: &Array<f64, S>) {
    einsum!("i->", a);
}

fn main() {
    sum(&Vector::new([1.0]));
}

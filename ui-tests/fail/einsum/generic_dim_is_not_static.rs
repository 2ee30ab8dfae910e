// Two axes of one type `D: Dim` may still have two lengths: it may be `Dyn`.
// Says: `einsum<'i'>`: nothing says that the axes
use conformable::{Array, Dim, Vector, einsum};

fn dot<D: Dim>(a: &Array<f64, (D,)>, b: &Array<f64, (D,)>) {
    einsum!("i,i", a, b);
}

fn main() {
    dot(&Vector::new([1.0]), &Vector::new([1.0]));
}

// Two const parameters are two lengths.
// Says: `einsum<'i'>`: axis of length N does not match axis of length M
use conformable::{Vector, einsum};

fn dot<const N: usize, const M: usize>(a: &Vector<f64, N>, b: &Vector<f64, M>) -> f64 {
    einsum!("i,i", a, b)
}

fn main() {
    dot(&Vector::new([1.0]), &Vector::new([1.0]));
}

// Two const parameters are two lengths, even if a caller could give both one value.
// Says: `inner`: axis of length N does not match axis of length M
use conformable::Vector;

fn dot<const N: usize, const M: usize>(a: &Vector<f32, N>, b: &Vector<f32, M>) -> f32 {
    a.inner(b)
}

fn main() {
    dot(&Vector::new([1.]), &Vector::new([1.]));
}

// The trace is that of a square.
// Says: `einsum<'i'>`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ii", a);
}

// Axes of one letter have one length.
// Says: `einsum<'j'>`: axis of length 3 does not match axis of length 4
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    let b = Matrix::<f64, 4, 5>::ones();
    einsum!("ij,jk->ik", a, b);
}

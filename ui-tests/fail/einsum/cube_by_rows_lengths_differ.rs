// Axes of one letter have one length.
// Says: `einsum<'k'>`: axis of length 5 does not match axis of length 4
use conformable::{Array3, Matrix, einsum};

fn main() {
    let a = Array3::<f64, 3, 4, 5>::ones();
    let b = Matrix::<f64, 6, 4>::ones();
    einsum!("ijk,lk->ijl", a, b);
}

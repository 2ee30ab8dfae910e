// Axes of one letter have one length.
// Says: `einsum<'j'>`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, einsum_into};

fn main() {
    let (a, b) = (Matrix::<f64, 2, 2>::ones(), Matrix::<f64, 3, 2>::ones());
    let mut out = Matrix::<f64, 2, 2>::zeros();
    einsum_into!("ij,jk->ik", a, b, &mut out);
}

// A view has the lengths of its transpose.
// Says: `einsum<'j'>`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij,jk->ik", a, a.t().t());
}

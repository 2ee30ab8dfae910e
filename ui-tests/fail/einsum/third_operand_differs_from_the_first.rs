// A letter is one length in all operands.
// Says: `einsum<'i'>`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector, einsum};

fn main() {
    let a = Matrix::<f64, 2, 4>::ones();
    let b = Vector::<f64, 2>::ones();
    let c = Vector::<f64, 3>::ones();
    einsum!("ij,i,i->j", a, b, c);
}

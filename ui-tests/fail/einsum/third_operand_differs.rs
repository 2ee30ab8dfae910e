// The operand that does not fit is the one shown.
// Says: `einsum<'k'>`: axis of length 4 does not match axis of length 5
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    let b = Matrix::<f64, 3, 4>::ones();
    let c = Matrix::<f64, 5, 6>::ones();
    einsum!("ij,jk,kl->il", a, b, c);
}

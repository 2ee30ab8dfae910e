// Known lengths are compared beside those that only run time knows.
// Says: `einsum<'k'>`: axis of length 3 does not match axis of length 4
use conformable::{Array, Const, Dyn, Matrix, einsum};

fn main() {
    let rows = vec![0.0; 6];
    let a = Array::<f64, (Dyn, Const<3>)>::from_vec((Dyn(2), Const), rows).unwrap();
    let b = Matrix::<f64, 4, 4>::ones();
    einsum!("ik,kl->il", a, b);
}

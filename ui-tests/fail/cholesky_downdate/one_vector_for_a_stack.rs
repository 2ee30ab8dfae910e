// Each matrix of a stack has a vector of its own.
// Says: `downdate`: an array of dimension 2 does not match an array of dimension 1
use conformable::{Array3, Vector};

fn main() {
    let mut chol = Array3::<f64, 2, 3, 3>::ones().cholesky().unwrap();
    chol.downdate(&Vector::<f64, 3>::ones());
}

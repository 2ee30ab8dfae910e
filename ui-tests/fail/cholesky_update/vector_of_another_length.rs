// The vector of a change of rank one has as many elements as the matrix has rows.
// Says: `update`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    let mut chol = Matrix::<f64, 3, 3>::eye().cholesky().unwrap();
    chol.update(&Vector::<f64, 2>::ones());
}

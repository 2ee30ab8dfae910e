// The vector of a change of rank one has as many elements as the matrix has rows.
// Says: `update`: an array of dimension 1 does not match an array of dimension 2
use conformable::Matrix;

fn main() {
    let mut chol = Matrix::<f64, 3, 3>::eye().cholesky().unwrap();
    chol.update(&Matrix::<f64, 3, 1>::ones());
}

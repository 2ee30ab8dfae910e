// The factor has the shape of the matrix.
// Says: `cholesky_into`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let mut l = Matrix::<f64, 3, 2>::zeros();
    Matrix::<f64, 2, 2>::eye().cholesky_into(&mut l);
}

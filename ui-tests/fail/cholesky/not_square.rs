// Only a square matrix has a Cholesky factorisation.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 3>::ones().cholesky();
}

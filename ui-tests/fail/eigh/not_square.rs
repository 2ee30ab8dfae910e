// Only a symmetric matrix has these eigenvalues, and it is square.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 3>::ones().eigh();
}

// Only a symmetric matrix has these eigenvalues, and it is square.
// Says: a matrix of 4 rows and 3 columns is not square
use conformable::Array3;

fn main() {
    Array3::<f64, 2, 4, 3>::ones().eigvalsh();
}

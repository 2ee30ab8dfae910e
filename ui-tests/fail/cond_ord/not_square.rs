// Only a square matrix has an inverse, whose norm is needed.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::{Matrix, MatrixNorm};

fn main() {
    Matrix::<f64, 2, 3>::ones().cond_ord(MatrixNorm::L1);
}

// Only a square matrix has an inverse.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::Matrix;

fn main() {
    let mut x = Matrix::<f64, 2, 3>::zeros();
    Matrix::<f64, 2, 3>::ones().inv_into(&mut x);
}

// A system of equations has as many equations as unknowns.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 3>::ones().solve(&conformable::array![1., 2.]);
}

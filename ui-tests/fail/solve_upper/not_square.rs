// A system of equations has as many equations as unknowns.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f64, 2, 3>::ones().solve_upper(&Vector::<f64, 2>::ones());
}

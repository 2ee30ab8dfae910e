// A system of equations has as many equations as unknowns.
// Says: a matrix of 2 rows and 3 columns is not square
use conformable::{Matrix, Vector};

fn main() {
    let (mut a, mut x) = (Matrix::<f64, 2, 3>::ones(), Vector::<f64, 2>::ones());
    a.solve_inplace(&mut x);
}

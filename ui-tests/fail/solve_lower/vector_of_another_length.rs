// The right side has a row for each row of the matrix.
// Says: `solve_lower`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f64, 3, 3>::eye().solve_lower(&Vector::<f64, 2>::ones());
}

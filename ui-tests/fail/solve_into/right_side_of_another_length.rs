// The right side has a row for each row of the matrix.
// Says: `solve`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut x = Vector::<f64, 2>::zeros();
    Matrix::<f64, 2, 2>::ones().solve_into(&Vector::<f64, 3>::ones(), &mut x);
}

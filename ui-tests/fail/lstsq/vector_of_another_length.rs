// The right side has a row for each row of the matrix.
// Says: `lstsq`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f64, 3, 2>::ones().lstsq(&Vector::<f64, 2>::ones());
}

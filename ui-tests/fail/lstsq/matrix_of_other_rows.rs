// The right side has a row for each row of the matrix.
// Says: `lstsq`: axis of length 3 does not match axis of length 4
use conformable::Matrix;

fn main() {
    Matrix::<f64, 3, 2>::ones().lstsq(&Matrix::<f64, 4, 2>::ones());
}

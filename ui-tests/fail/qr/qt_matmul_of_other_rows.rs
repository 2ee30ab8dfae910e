// Q has as many rows as the matrix.
// Says: `qr`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f64, 3, 2>::ones().qr().qt_matmul(&Vector::<f64, 2>::ones());
}

// Both operands have one element type.
// Says: the elements of both operands must have one type
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 3, 2>::ones().qr().lstsq(&Vector::<f64, 3>::ones());
}

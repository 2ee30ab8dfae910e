// Both operands have one element type.
// Says: the elements of both operands must have one type
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 2, 2>::eye().solve(&Vector::<f64, 2>::ones());
}

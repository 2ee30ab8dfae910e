// Both operands have one element type.
// Says: the elements of both operands must have one type
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 2>::ones().matmul(&Matrix::<f64, 2, 2>::ones());
}

// Both operands have one element type.
// Says: the elements of both operands must have one type
use conformable::Vector;

fn main() {
    Vector::<f32, 3>::ones().cross(&Vector::<f64, 3>::ones());
}

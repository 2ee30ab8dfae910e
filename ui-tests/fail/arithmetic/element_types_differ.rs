// Both operands have one element type.
// Says: the elements of both operands must have one type: `f32` is not `f64`
use conformable::Vector;

fn main() {
    let _ = Vector::<f32, 2>::ones() + Vector::<f64, 2>::ones();
}

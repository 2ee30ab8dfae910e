// Both operands have one element type.
// Says: the elements of both operands must have one type
use conformable::Vector;

fn main() {
    Vector::<f32, 2>::ones().outer(&Vector::<f64, 2>::ones());
}

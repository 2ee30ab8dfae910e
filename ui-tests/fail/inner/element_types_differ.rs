// Both operands must have one element type.
// Says: an array of `f32` or a `f32` is needed here
use conformable::Vector;

fn main() {
    let a = Vector::<f32, 2>::ones();
    let b = Vector::<f64, 2>::ones();
    a.inner(&b);
}

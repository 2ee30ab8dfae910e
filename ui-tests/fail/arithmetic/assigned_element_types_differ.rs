// Both operands have one element type, in place too.
// Says: the elements of both operands must have one type: `f32` is not `i32`
use conformable::Vector;

fn main() {
    let mut a = Vector::<f32, 2>::ones();
    a += &Vector::<i32, 2>::ones();
}

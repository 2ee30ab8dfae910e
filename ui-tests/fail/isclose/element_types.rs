// The elements of both operands have one type.
// Says: the elements of both operands must have one type: `f64` is not `f32`
use conformable::array;

fn main() {
    array![1_f64, 2.].allclose(&array![1_f32, 2.]);
}

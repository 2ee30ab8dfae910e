// The last axes of the left operand are the first of the right one, in order.
// Says: `tensordot`: axis of length 3 does not match axis of length 2
use conformable::Array3;

fn main() {
    let a = Array3::<f32, 2, 3, 4>::ones();
    a.tensordot::<2, _>(&a);
}

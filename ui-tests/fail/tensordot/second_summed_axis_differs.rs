// The last axes of the left operand are the first of the right one, in order.
// Says: `tensordot`: axis of length 4 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f32, 2, 3, 4>::ones();
    a.tensordot::<2, _>(&Array3::<f32, 3, 5, 4>::ones());
}

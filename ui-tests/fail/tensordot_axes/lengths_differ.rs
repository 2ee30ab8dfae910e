// The axes of the lists are summed in pairs, which have one length.
// Says: `tensordot`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, axes};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.tensordot_axes::<axes![0], axes![1], _>(&a);
}

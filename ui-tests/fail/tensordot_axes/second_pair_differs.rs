// The axes of the lists are summed in pairs, which have one length.
// Says: `tensordot`: axis of length 3 does not match axis of length 4
use conformable::{Array3, axes};

fn main() {
    let a = Array3::<f32, 2, 3, 4>::ones();
    a.tensordot_axes::<axes![0, 1], axes![0, 2], _>(&a);
}

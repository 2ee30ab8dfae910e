// A summed axis never stretches.
// Says: `tensordot`: axis of length 1 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let x = Vector::<f32, 2>::ones();
    x.insert_axis::<1>().tensordot::<1, _>(&Matrix::<f32, 3, 4>::ones());
}

// Axes are counted from 0.
// Says: `tensordot`: axis 3 is out of bounds for array of dimension 2
use conformable::{Matrix, axes};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.tensordot_axes::<axes![1], axes![3], _>(&a);
}

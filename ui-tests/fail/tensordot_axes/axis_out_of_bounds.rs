// Axes are counted from 0.
// Says: `tensordot`: axis 2 is out of bounds for array of dimension 2
use conformable::{Matrix, axes};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.tensordot_axes::<axes![2], axes![1], _>(&a);
}

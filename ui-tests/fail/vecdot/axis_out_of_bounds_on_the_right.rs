// The axis counts within each operand, and both have it.
// Says: `vecdot`: axis 1 is out of bounds for array of dimension 1
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.vecdot_axis::<1, _>(&Vector::<f32, 3>::ones());
}

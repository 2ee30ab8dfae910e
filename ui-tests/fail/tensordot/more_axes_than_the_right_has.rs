// No more axes are summed than an operand has.
// Says: `tensordot`: an array of rank 1 does not have 2 axes
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.tensordot::<2, _>(&Vector::<f32, 3>::ones());
}

// No more axes are summed than an operand has.
// Says: `tensordot`: an array of rank 2 does not have 3 axes
use conformable::{Array3, Matrix};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.tensordot::<3, _>(&Array3::<f32, 2, 3, 4>::ones());
}

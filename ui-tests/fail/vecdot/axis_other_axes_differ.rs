// The axes that are not summed pair.
// Says: `vecdot`: axis of length 3 does not match axis of length 4
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.vecdot_axis::<0, _>(&Matrix::<f32, 2, 4>::ones());
}

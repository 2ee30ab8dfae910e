// The axes that are summed must have one length.
// Says: `vecdot`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.vecdot_axis::<0, _>(&Matrix::<f32, 3, 3>::ones());
}

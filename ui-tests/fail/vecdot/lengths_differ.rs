// The last axes of both operands of `vecdot` must have one length.
// Says: `vecdot`: axis of length 3 does not match axis of length 4
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().vecdot(&Matrix::<f32, 2, 4>::ones());
}

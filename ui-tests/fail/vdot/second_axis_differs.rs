// Both operands of `vdot` have one shape.
// Says: `vdot`: axis of length 3 does not match axis of length 4
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().vdot(&Matrix::<f32, 2, 4>::ones());
}

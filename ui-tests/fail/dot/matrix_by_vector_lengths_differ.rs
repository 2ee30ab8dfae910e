// The last axis of the left operand of `dot` and the last but one of the right must have one length.
// Says: `dot`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 2, 3>::ones().dot(&Vector::<f32, 2>::ones());
}

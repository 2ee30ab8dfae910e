// The last axis of the left operand of `dot` and the last but one of the right must have one length.
// Says: `dot`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Vector::<f32, 3>::ones().dot(&Matrix::<f32, 2, 3>::ones());
}

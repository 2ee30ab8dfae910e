// The last axis of the left operand of `dot` and the last but one of the right must have one length.
// Says: `dot`: axis of length 4 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f32, 2, 3, 4>::ones();
    a.dot(&Array3::<f32, 4, 5, 6>::ones());
}

// The columns of the left operand of `matmul` and the rows of the right one must have one length.
// Says: `matmul`: axis of length 3 does not match axis of length 4
use conformable::Vector;

fn main() {
    Vector::<f32, 3>::ones().matmul(&Vector::<f32, 4>::ones());
}

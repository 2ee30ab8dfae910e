// The last axes of both operands of `inner` must have one length.
// Says: `inner`: axis of length 3 does not match axis of length 4
use conformable::{Matrix, Vector};

fn main() {
    let a = Vector::<f32, 3>::ones();
    let b = Matrix::<f32, 2, 4>::ones();
    a.inner(&b);
}

// The last axes of both operands of `inner` must have one length.
// Says: `inner`: axis of length 3 does not match axis of length 4
use conformable::{Array3, Matrix};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let b = Array3::<f32, 2, 5, 4>::ones();
    a.inner(&b);
}

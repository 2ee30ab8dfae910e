// The last axes of both operands must have one length, in the form that writes into `out`, too.
// Says: `inner`: axis of length 3 does not match axis of length 4
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f32, 2>::zeros();
    Matrix::<f32, 2, 3>::ones().inner_into(&Vector::<f32, 4>::ones(), &mut out);
}

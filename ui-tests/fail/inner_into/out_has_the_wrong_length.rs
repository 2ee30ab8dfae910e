// `out` has the shape of the result.
// Says: `inner_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let mut out = Vector::<f32, 3>::zeros();
    a.inner_into(&Vector::<f32, 3>::ones(), &mut out);
}

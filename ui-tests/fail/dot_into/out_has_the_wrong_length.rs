// The axes of `out` are those of the result.
// Says: `dot_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 2>::ones();
    a.dot_into(&Vector::<f32, 2>::ones(), &mut Vector::<f32, 3>::zeros());
}

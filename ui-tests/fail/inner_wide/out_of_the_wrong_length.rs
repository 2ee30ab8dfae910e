// `out` must have the shape of the result.
// Says: `inner_wide_into`: axis of length 2 does not match axis of length 4
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<i32, 4>::zeros();
    Matrix::<i8, 2, 3>::ones().inner_wide_into(&Vector::<i8, 3>::ones(), &mut out);
}

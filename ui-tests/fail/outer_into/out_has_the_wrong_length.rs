// The axes of `out` are those of the result.
// Says: `outer_into`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    let x = Vector::<f32, 3>::ones();
    x.outer_into(&x, &mut Matrix::<f32, 3, 2>::zeros());
}

// `out` has the other axis.
// Says: `out`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f32, 3>::zeros();
    Matrix::<f32, 2, 3>::ones().median_axis_into::<1, _, _>(&mut out);
}

// `out` must have the lengths of the other axes.
// Says: `norm_axis_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, NormOrd, Vector};

fn main() {
    let mut out = Vector::<f32, 3>::zeros();
    Matrix::<f32, 2, 3>::ones().norm_axis_into::<1, _, _>(NormOrd::L2, &mut out);
}

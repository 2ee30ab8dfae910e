// `out` must have as many axes as are left.
// Says: `norm_axis_into`: the result has 1 axes, but `out` has 2
use conformable::{Matrix, NormOrd};

fn main() {
    let mut out = Matrix::<f32, 2, 1>::zeros();
    Matrix::<f32, 2, 3>::ones().norm_axis_into::<1, _, _>(NormOrd::L2, &mut out);
}

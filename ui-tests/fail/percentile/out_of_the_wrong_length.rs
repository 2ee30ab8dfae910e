// `out` has the other axis.
// Says: `out`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f64, 3>::zeros();
    let _done = Matrix::<f64, 2, 3>::ones().percentile_axis_into::<1, _, _>(50., &mut out);
}

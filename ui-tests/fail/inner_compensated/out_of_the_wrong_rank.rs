// `out` must have the axes of the result.
// Says: `inner_compensated_into`: the result has 2 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    let mut out = Vector::<f64, 4>::zeros();
    a.inner_compensated_into(&a, &mut out);
}

// `out` has as many axes as the result.
// Says: `inner_into`: the result has 2 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let mut out = Vector::<f32, 2>::zeros();
    a.inner_into(&a, &mut out);
}

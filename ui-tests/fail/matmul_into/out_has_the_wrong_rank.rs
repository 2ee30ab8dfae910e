// The axes of `out` are those of the result.
// Says: `matmul_into`: the result has 2 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 2>::ones();
    a.matmul_into(&a, &mut Vector::<f32, 2>::zeros());
}

// The axes of `out` are those of the result.
// Says: `matmul_into`: axis of length 4 does not match axis of length 5
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let mut out = Matrix::<f32, 2, 5>::zeros();
    a.matmul_into(&Matrix::<f32, 3, 4>::ones(), &mut out);
}

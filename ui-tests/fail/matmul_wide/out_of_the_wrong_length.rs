// `out` must have the shape of the result.
// Says: `matmul_wide_into`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<i32, 2, 3>::zeros();
    Matrix::<i8, 2, 2>::ones().matmul_wide_into(&Matrix::<i8, 2, 2>::ones(), &mut out);
}

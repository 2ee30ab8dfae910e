// There is a norm for each matrix of the stack.
// Says: `matrix_norm_into`: axis of length 4 does not match axis of length 5
use conformable::{Array3, MatrixNorm, Vector};

fn main() {
    let mut out = Vector::<f64, 5>::zeros();
    Array3::<f64, 4, 3, 2>::ones().matrix_norm_into(MatrixNorm::L1, &mut out);
}

// There is a rank for each matrix of the stack.
// Says: `matrix_rank_into`: axis of length 4 does not match axis of length 5
use conformable::{Array3, Vector};

fn main() {
    let mut out = Vector::<usize, 5>::zeros();
    Array3::<f64, 4, 3, 2>::ones().matrix_rank_into(&mut out);
}

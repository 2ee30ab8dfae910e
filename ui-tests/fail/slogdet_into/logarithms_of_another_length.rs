// There is a logarithm for each matrix of the stack.
// Says: `slogdet_into`: axis of length 4 does not match axis of length 5
use conformable::{Array3, Vector};

fn main() {
    let (mut signs, mut logarithms) = (Vector::<f64, 4>::zeros(), Vector::<f64, 5>::zeros());
    Array3::<f64, 4, 2, 2>::ones().slogdet_into(&mut signs, &mut logarithms);
}

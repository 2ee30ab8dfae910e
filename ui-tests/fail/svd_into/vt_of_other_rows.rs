// There are as many right vectors as values.
// Says: `svd_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let (mut u, mut s) = (Matrix::<f64, 3, 2>::zeros(), Vector::<f64, 2>::zeros());
    let mut vt = Matrix::<f64, 3, 2>::zeros();
    Matrix::<f64, 3, 2>::ones().svd_into(&mut u, &mut s, &mut vt);
}

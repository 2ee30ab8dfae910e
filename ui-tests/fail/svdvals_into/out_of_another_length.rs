// `out` has a place for each singular value.
// Says: `svdvals_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f64, 3>::zeros();
    Matrix::<f64, 3, 2>::ones().svdvals_into(&mut out);
}

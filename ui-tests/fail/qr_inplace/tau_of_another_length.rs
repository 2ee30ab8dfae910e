// There is a reflection for each row or column, of which there are fewer.
// Says: `qr_inplace`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let (mut a, mut tau) = (Matrix::<f64, 3, 2>::ones(), Vector::<f64, 3>::zeros());
    a.qr_inplace(&mut tau);
}

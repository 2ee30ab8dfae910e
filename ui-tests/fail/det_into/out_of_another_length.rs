// `out` has the leading axes.
// Says: `det_into`: axis of length 4 does not match axis of length 3
use conformable::{Array3, Vector};

fn main() {
    let mut out = Vector::<f64, 3>::zeros();
    Array3::<f64, 4, 2, 2>::ones().det_into(&mut out);
}

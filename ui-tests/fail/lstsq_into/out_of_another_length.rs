// There is an unknown for each column.
// Says: `lstsq_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut x = Vector::<f64, 3>::zeros();
    Matrix::<f64, 3, 2>::ones().lstsq_into(&Vector::<f64, 3>::ones(), &mut x);
}

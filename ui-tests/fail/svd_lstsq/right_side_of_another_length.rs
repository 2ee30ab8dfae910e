// There is an equation for each row.
// Says: `lstsq`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    let svd = Matrix::<f64, 3, 2>::ones().svd().unwrap();
    svd.lstsq(&Vector::<f64, 2>::ones());
}

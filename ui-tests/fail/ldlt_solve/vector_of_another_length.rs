// The right side has a row for each row of the matrix.
// Says: `solve`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    let f = Matrix::<f64, 3, 3>::eye().ldlt();
    f.solve(&Vector::<f64, 2>::ones());
}

// The right side has a row for each row of the matrix.
// Says: `solve`: axis of length 3 does not match axis of length 1
use conformable::{Matrix, Vector};

fn main() {
    let f = Vector::<f64, 3>::ones();
    Matrix::<f64, 3, 3>::eye().solve(&f.insert_axis::<0>());
}

// Axes pair from the last one on: a vector of 2 is not a column of a (2, 3) matrix.
// Says: `multiply`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    let _ = &Matrix::<f32, 2, 3>::ones() * &Vector::<f32, 2>::ones();
}

// The vectors of a cross product stand along the last axis.
// Says: `cross`: vectors of length 2, but a cross product is one of vectors of length 3
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f64, 3, 2>::ones().cross(&Vector::<f64, 3>::ones());
}

// The columns of the matrix and the vector must have one length.
// Says: `matvec`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 2, 3>::ones().matvec(&Vector::<f32, 2>::ones());
}

// The vector and the rows of the matrix must have one length.
// Says: `vecmat`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, Vector};

fn main() {
    Vector::<f32, 3>::ones().vecmat(&Matrix::<f32, 2, 3>::ones());
}

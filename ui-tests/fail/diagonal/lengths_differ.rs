// Two lengths in the types must be equal: the types cannot say which is shorter.
// Says: `diagonal`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().diagonal();
}

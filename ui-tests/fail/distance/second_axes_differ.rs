// All axes must have one length, in pairs.
// Says: `distance`: axis of length 3 does not match axis of length 4
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().distance(&Matrix::<f32, 2, 4>::ones());
}

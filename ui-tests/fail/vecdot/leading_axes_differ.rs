// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `vecdot`: axis of length 2 does not match axis of length 5
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().vecdot(&Matrix::<f32, 5, 3>::ones());
}

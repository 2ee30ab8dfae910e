// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `cross`: axis of length 2 does not match axis of length 4
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 3>::ones().cross(&Matrix::<f64, 4, 3>::ones());
}

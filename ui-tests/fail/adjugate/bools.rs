// The adjugate subtracts.
// Says: arrays of `bool` cannot be subtracted: `bool` has no `-`
use conformable::Matrix;

fn main() {
    Matrix::<bool, 2, 2>::ones().adjugate();
}

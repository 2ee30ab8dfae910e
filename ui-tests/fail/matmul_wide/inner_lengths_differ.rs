// The columns of the left matrix meet the rows of the right one.
// Says: `matmul`: axis of length 3 does not match axis of length 2
use conformable::Matrix;

fn main() {
    Matrix::<i8, 2, 3>::ones().matmul_wide(&Matrix::<u8, 2, 3>::ones());
}

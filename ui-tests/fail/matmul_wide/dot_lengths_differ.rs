// The last axis of the left array meets the last but one of the right one.
// Says: `dot`: axis of length 3 does not match axis of length 4
use conformable::{Array3, Matrix};

fn main() {
    Matrix::<i16, 2, 3>::ones().dot_wide(&Array3::<i16, 2, 4, 3>::ones());
}

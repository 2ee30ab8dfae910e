// A solution has fractions: integers are cast first.
// Says: `i32` is not a real number type with a square root
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<i32, 3, 2>::ones().lstsq(&Vector::<i32, 3>::ones());
}

// These have fractions: integers are cast first.
// Says: `i32` is not a real number type with a square root
use conformable::Matrix;

fn main() {
    Matrix::<i32, 2, 2>::eye().cond();
}

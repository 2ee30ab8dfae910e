// The inverse of integers has fractions: cast them first.
// Says: linear algebra needs real or complex floating-point numbers, and `i64` is none
use conformable::Matrix;

fn main() {
    Matrix::<i64, 2, 2>::eye().inv();
}

// A logarithm is no integer: cast first.
// Says: linear algebra needs real or complex floating-point numbers, and `u8` is none
use conformable::Matrix;

fn main() {
    Matrix::<u8, 2, 2>::eye().slogdet();
}

// Elimination divides: there are no fractions of `true`.
// Says: linear algebra needs real or complex floating-point numbers, and `bool` is none
use conformable::Matrix;

fn main() {
    Matrix::<bool, 2, 2>::eye().det();
}

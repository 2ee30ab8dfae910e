// The inverse has fractions: there are none of `true`.
// Says: linear algebra needs real or complex floating-point numbers, and `bool` is none
use conformable::Matrix;

fn main() {
    Matrix::<bool, 2, 2>::eye().inv();
}

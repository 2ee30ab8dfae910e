// Eigenvalues of integers have fractions: cast them first.
// Says: `i32` is not a real number type with a square root
use conformable::Matrix;

fn main() {
    Matrix::<i32, 2, 2>::eye().eigh();
}

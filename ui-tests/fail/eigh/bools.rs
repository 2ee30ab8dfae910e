// Whether something is true has no square root.
// Says: `bool` is not a real number type with a square root
use conformable::Matrix;

fn main() {
    Matrix::<bool, 2, 2>::eye().eigh();
}

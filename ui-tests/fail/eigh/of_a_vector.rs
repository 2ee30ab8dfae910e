// Only a symmetric matrix has these eigenvalues, and it is square.
// Says: `eigh`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    Vector::<f64, 3>::ones().eigh();
}

// Only a square matrix has an inverse.
// Says: `inv`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    Vector::<f64, 3>::ones().inv();
}

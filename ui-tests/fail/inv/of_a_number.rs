// Only a square matrix has an inverse.
// Says: `inv`: an operand of rank 0, but its rank must be at least 2
use conformable::Array;

fn main() {
    Array::<f64, ()>::new(2.).inv();
}

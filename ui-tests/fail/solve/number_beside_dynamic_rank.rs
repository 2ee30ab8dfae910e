// The right side is a vector, or matrices whose columns are right sides.
// Says: `solve`: an operand of rank 0, but its rank must be at least 1
use conformable::Matrix;

fn main() {
    Matrix::<f64, 3, 3>::eye().into_dyn().solve(&1.);
}

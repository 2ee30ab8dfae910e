// The right side is a vector, or matrices whose columns are right sides.
// Says: `solve`: an operand of rank 0, but its rank must be at least 1
use conformable::Matrix;

fn main() {
    let f = Matrix::<f64, 3, 3>::eye().lu();
    f.solve(&1.);
}

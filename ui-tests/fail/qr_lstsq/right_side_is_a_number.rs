// The right side is a vector, or matrices whose columns are right sides.
// Says: `lstsq`: an operand of rank 0, but its rank must be at least 1
use conformable::Matrix;

fn main() {
    Matrix::<f64, 3, 2>::ones().qr().lstsq(&1.);
}

// A cross product is of vectors of 3 elements.
// Says: `cross`: an operand of rank 0, but its rank must be at least 1
use conformable::Vector;

fn main() {
    Vector::<f64, 3>::ones().cross(&2.);
}

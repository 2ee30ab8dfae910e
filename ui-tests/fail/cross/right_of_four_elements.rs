// A cross product is of vectors of 3 elements.
// Says: `cross`: axis of length 3 does not match axis of length 4
use conformable::Vector;

fn main() {
    Vector::<f64, 3>::ones().cross(&Vector::<f64, 4>::ones());
}

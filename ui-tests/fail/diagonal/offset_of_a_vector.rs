// A vector has no diagonals.
// Says: `diagonal`: axis 1 is out of bounds for array of dimension 1
use conformable::Vector;

fn main() {
    Vector::<f32, 3>::ones().diagonal_offset(1);
}

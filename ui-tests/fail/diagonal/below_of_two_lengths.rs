// The types cannot say which of two lengths is shorter: `diagonal_offset` looks.
// Says: `diagonal`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().diagonal_below::<1>();
}

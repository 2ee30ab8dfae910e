// A diagonal is of two axes.
// Says: `diagonal`: axis 0 is named twice
use conformable::Matrix;

fn main() {
    Matrix::<f32, 3, 3>::ones().diagonal_axes::<0, 0>();
}

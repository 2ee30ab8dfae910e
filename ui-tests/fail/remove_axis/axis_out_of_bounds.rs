// Axes are counted from 0: a matrix has no axis 2.
// Says: `remove_axis`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    Matrix::<f32, 1, 3>::ones().remove_axis::<2>();
}

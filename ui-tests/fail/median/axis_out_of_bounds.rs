// A matrix has axes 0 and 1.
// Says: `median_axis`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().median_axis::<2>();
}

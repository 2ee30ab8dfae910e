// Axes are counted from 0: a matrix has no axis 2.
// Says: `mean_axes`: axis 2 is out of bounds for array of dimension 2
use conformable::{Matrix, axes};

fn main() {
    Matrix::<f32, 2, 3>::ones().mean_axes::<axes![0, 2]>();
}

// Axes are counted from 0.
// Says: `trace`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    Matrix::<f32, 3, 3>::ones().trace_axes::<0, 2>();
}

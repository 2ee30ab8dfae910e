// A diagonal is of two axes.
// Says: `trace`: axis 1 is named twice
use conformable::Matrix;

fn main() {
    Matrix::<f32, 3, 3>::ones().trace_axes::<1, 1>();
}

// Axes are counted from 0.
// Says: `diagonal`: axis 3 is out of bounds for array of dimension 3
use conformable::Array3;

fn main() {
    Array3::<f32, 3, 3, 3>::ones().diagonal_axes::<3, 0>();
}

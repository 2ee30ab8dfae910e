// Only an axis of length 1 can be left out.
// Says: `remove_axis`: cannot select an axis to squeeze out which has size not equal to one
use conformable::Matrix;

fn main() {
    Matrix::<f32, 1, 3>::ones().remove_axis::<1>();
}

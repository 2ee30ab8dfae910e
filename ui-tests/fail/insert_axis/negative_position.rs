// Axes are counted from the front.
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().insert_axis::<-1>();
}

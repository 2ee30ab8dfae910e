// `count` counts what is true; `count_nonzero` counts numbers.
// Says: elements of type `f32` are not `bool`
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().count_axis::<0>();
}

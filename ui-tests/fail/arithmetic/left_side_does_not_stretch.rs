// The left side of `+=` keeps its shape: it does not stretch.
// Says: `add`: an axis of length 1 does not grow to an axis
use conformable::{Array, Matrix, shape};

fn main() {
    let mut column = Array::<f32, shape![3, (conformable::Stretch)]>::zeros();
    column += &Matrix::<f32, 3, 5>::ones();
}

// The rows and the columns of a square matrix are one axis, if it has a name.
// Says: a matrix with the axes `conformable::Const<3>` and `Force` is not square
use conformable::{Array, axis, shape};

axis!(Force: 3);

fn main() {
    Array::<f64, shape![3, Force]>::ones().inv();
}

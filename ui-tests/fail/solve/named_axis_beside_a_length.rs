// The rows and the columns of a square matrix are one axis, if it has a name.
// Says: a matrix with the axes `Force` and `conformable::Const<3>` is not square
use conformable::{Array, axis, shape};

axis!(Force: 3);

fn main() {
    let f = Array::<f64, shape![Force]>::ones();
    Array::<f64, shape![Force, 3]>::ones().solve(&f);
}

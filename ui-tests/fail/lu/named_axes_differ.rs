// The rows and the columns of a square matrix are one axis, if it has a name.
// Says: a matrix with the axes `Force` and `Motor` is not square
use conformable::{Array, axis, shape};

axis!(Force: 3);
axis!(Motor: 3);

fn main() {
    Array::<f64, shape![Force, Motor]>::ones().lu();
}

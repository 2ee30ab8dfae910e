// An axis `Stretch` is one column here: no axis of a matrix stretches.
// Says: a matrix with the axes `Force` and `Stretch` is not square
use conformable::{Array, axis, shape};

axis!(Force: 3);

fn main() {
    let v = Array::<f64, shape![Force]>::ones();
    v.insert_axis::<1>().inv();
}

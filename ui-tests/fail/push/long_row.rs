// A row has the other axes of the array.
// Says: `push_row`: axis of length 3 does not match axis of length 4
use conformable::{Array, array, shape};

fn main() {
    let mut rows = Array::<f64, shape![(conformable::UpTo<8>), 3]>::empty();
    let _ = rows.push_row(&array![1., 2., 3., 4.]);
}

// Only an axis `UpTo<N>` grows.
// Says: the method `push_row` exists for struct
use conformable::{Array, array};

fn main() {
    let mut rows = Array::from_vec((conformable::Dyn(1), conformable::Const::<2>), vec![1., 2.]).unwrap();
    let _ = rows.push_row(&array![3., 4.]);
}

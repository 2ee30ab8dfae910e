// A range that run time knows is checked: the view is in a `Result`.
use conformable::{ArrayView, array, s, shape};

fn main() {
    let n = 2;
    let part: ArrayView<'_, i32, shape![dyn]> = array![1, 2, 3].slice(s![..n]);
}

// The length of a constant range is in the type.
use conformable::{ArrayView, array, s, shape};

fn main() {
    let a = array![1, 2, 3, 4, 5];
    let part: ArrayView<'_, i32, shape![3]> = a.slice(s![1..5;3]);
}

// A part of an array that holds its elements lives as long as the array.
use conformable::{ArrayView, array, shape};

fn last() -> ArrayView<'static, i32, shape![2]> {
    let m = array![[1, 2], [3, 4]];
    m.row(1).unwrap()
}

fn main() {
    last();
}

// What is read is held by the array: a view borrows from one.
use conformable::{ArrayView, shape};

fn main() {
    serde_json::from_str::<ArrayView<'_, f32, shape![2]>>("[1,2]").unwrap();
}

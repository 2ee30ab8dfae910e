// The length of a window is in its type.
use conformable::{ArrayView, Const, array};

fn main() {
    let v = array![1, 2, 3, 4];
    let w: Option<ArrayView<'_, i32, (Const<3>,)>> = v.window::<2>(0);
}

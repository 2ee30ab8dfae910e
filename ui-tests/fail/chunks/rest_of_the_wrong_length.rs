// What is left behind 2 pairs of 5 positions is 1.
use conformable::{ArrayView, Const, array};

fn main() {
    let v = array![1, 2, 3, 4, 5];
    let rest: ArrayView<'_, i32, (Const<2>,)> = v.chunks::<2>().1;
}

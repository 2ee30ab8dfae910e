// A view of a slice borrows the slice.
use conformable::{ArrayView, Dyn};

fn main() {
    let view = {
        let samples = vec![1.0, 2.0];
        ArrayView::from_slice((Dyn(2),), &samples).unwrap()
    };
    println!("{}", view[0]);
}

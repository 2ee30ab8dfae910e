// A view borrows its array and cannot outlive it.
use conformable::{ArrayView, Const, array};

fn first() -> ArrayView<'static, i32, (Const<2>, Const<2>)> {
    let m = array![[1, 2], [3, 4]];
    m.t()
}

fn main() {
    println!("{}", first()[[0, 0]]);
}

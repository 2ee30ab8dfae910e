// A kept axis is a `Stretch`: an axis of length 1 that says that it stretches, not a `Const<1>`.
use conformable::{Matrix, array};

fn main() {
    let _: Matrix<i32, 2, 1> = array![[1, 2], [3, 4]].sum_keepdims::<1>();
}

// A `Dyn` axis can have less than `K` elements: the result is a `Result`.
use conformable::{Array, Const, Dyn};

fn best(a: &Array<f32, (Dyn,)>) -> Array<f32, (Const<3>,)> {
    a.topk::<3, 0>().0
}

fn main() {}

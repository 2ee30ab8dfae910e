// Two type parameters are two axes, even if a caller could give both one type.
// Says: `inner`: the axes
use conformable::{Array, StaticDim};

fn dot<A: StaticDim, B: StaticDim>(a: &Array<f32, (A,)>, b: &Array<f32, (B,)>) -> f32 {
    a.inner(b)
}

fn main() {
    dot(&conformable::array![1.], &conformable::array![1.]);
}

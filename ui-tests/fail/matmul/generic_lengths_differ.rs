// Two type parameters are two axes, even if a caller could give both one type.
// Says: `matmul`: the axes
use conformable::{Array, StaticDim};

fn square<A: StaticDim, B: StaticDim>(a: &Array<f32, (A, B)>) {
    a.matmul(a);
}

fn main() {
    square(&conformable::array![[1.]]);
}

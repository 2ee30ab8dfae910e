// Two type parameters are two axes, even if a caller could give both one type.
// Says: nothing says that the axes `A` and `B` of this matrix have one length
use conformable::{Array, StaticDim};

fn of<A: StaticDim, B: StaticDim>(a: &Array<f64, (A, B)>) {
    a.eigh();
}

fn main() {}

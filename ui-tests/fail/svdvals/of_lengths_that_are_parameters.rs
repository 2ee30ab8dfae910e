// There are as many singular values as the shorter axis is long, of which parameters do not say which it is.
// Says: `svdvals`: the lengths of the axes `A` and `B` are type parameters, which the compiler does not compare
use conformable::{Array, StaticDim};

fn of<A: StaticDim, B: StaticDim>(a: &Array<f64, (A, B)>) {
    a.svdvals();
}

fn main() {}

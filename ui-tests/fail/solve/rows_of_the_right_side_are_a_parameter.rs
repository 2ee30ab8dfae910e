// Two type parameters are two axes, even if a caller could give both one type.
// Says: `solve`: the axes `A` and `B` are not known to have the same length
use conformable::{Array, StaticDim};

fn of<A: StaticDim, B: StaticDim>(a: &Array<f64, (A, A)>, f: &Array<f64, (B,)>) {
    a.solve(f);
}

fn main() {}

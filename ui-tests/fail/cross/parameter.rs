// A length that is a parameter is not proven to be 3.
// Says: `cross`: the axis `A` is not known to have length 3
use conformable::{Array, StaticDim};

fn of<A: StaticDim>(a: &Array<f64, (A,)>) {
    a.cross(a);
}

fn main() {}

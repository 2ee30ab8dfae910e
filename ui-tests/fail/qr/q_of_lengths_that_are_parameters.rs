// Q is as wide as the shorter of both axes, of which parameters do not say which it is.
// Says: `qr`: the lengths of the axes `A` and `B` are type parameters, which the compiler does not compare
use conformable::{Array, StaticDim};

fn of<A: StaticDim, B: StaticDim>(a: &Array<f64, (A, B)>) {
    a.qr().q();
}

fn main() {}

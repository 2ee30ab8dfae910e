// Products need a `Scalar`; elimination needs a `Field`.
// Says: linear algebra needs real or complex floating-point numbers, and `T` is none
use conformable::{Array, Scalar, StaticDim};

fn of<T: Scalar, D: StaticDim>(a: &Array<T, (D, D)>, b: &Array<T, (D,)>) {
    a.solve(b);
}

fn main() {}

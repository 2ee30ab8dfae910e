// Products need a `Scalar`; a norm needs more.
// Says: a norm of elements of type `T` needs a square root
use conformable::{Array, Dim, Scalar};

fn size<T: Scalar, D: Dim>(a: &Array<T, (D,)>) {
    a.norm();
}

fn main() {}

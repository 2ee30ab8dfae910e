// `Scalar` has sums and products; what has differences says so, by `Subtract` or `Arithmetic`.
// Says: arrays of `T` cannot be subtracted: `T` has no `-`
use conformable::{Array, Dim, Scalar};

fn difference<T: Scalar, D: Dim>(a: &Array<T, (D,)>, b: &Array<T, (D,)>) -> Array<T, (D,)> {
    a - b
}

fn main() {
    difference(&conformable::array![1.], &conformable::array![1.]);
}

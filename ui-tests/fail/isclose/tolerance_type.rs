// The tolerance of integers is an `f64`: they are compared as such.
use conformable::{Tolerance, array};

fn main() {
    array![1, 2].allclose_within(&array![1, 2], Tolerance { rtol: 0, atol: 1, equal_nan: false });
}

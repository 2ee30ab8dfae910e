// A position is an integer.
// Says: `f64` does not say which part of an axis is meant
use conformable::{array, s};

fn main() {
    let x = 0.5_f64;
    array![1, 2, 3].slice(s![x]);
}

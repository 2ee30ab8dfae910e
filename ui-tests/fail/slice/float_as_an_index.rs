// A position is an integer.
// Says: `f64` is not a position along an axis
use conformable::{array, s};

fn main() {
    let x = 0.5_f64;
    array![1, 2, 3].slice(s![x]);
}

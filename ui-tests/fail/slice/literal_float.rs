// A position is an integer.
// Says: `s!`: 1.5 is not a position
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![1.5]);
}

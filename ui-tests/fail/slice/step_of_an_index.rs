// Only a range has a step.
// Says: `s!`: only a range has a step
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![1;2]);
}

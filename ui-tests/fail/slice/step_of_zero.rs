// A range has a step, forwards or backwards.
// Says: `s!`: the step of a range cannot be 0
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![..;0]);
}

// A range goes upwards.
// Says: `slice`: range 2..1 ends before it starts
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![2..const { 1 }]);
}

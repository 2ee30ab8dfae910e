// A range goes upwards, also where its step is negative.
// Says: `s!`: this range ends before it starts
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![2..1;-1]);
}

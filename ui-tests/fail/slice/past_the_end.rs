// A range ends where its axis ends: nothing is cut off in silence, as NumPy does.
// Says: `slice`: range 0..5 is out of bounds for axis of length 3
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![0..5]);
}

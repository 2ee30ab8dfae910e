// A range starts on its axis or at its end.
// Says: `slice`: range 4.. is out of bounds for axis of length 3
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![4..]);
}

// A position is on its axis.
// Says: `slice`: index 3 is out of bounds for axis of length 3
use conformable::{array, s};

fn main() {
    array![[1, 2, 3], [4, 5, 6]].slice(s![.., 3]);
}

// A position is on its axis.
// The second axis has the positions 0, 1 and 2.
use conformable::{array, s};

fn main() {
    array![[1, 2, 3], [4, 5, 6]].slice(s![.., 3]);
}

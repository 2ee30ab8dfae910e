// Each item is for one axis, in order.
// The second axis has length 3.
use conformable::{array, s};

fn main() {
    array![[1, 2, 3], [4, 5, 6]].slice(s![0..2, 1..4]);
}

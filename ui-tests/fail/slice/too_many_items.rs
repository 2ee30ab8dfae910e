// There are not more items than axes.
// Says: `slice`: too many items: the array has 2 axes, but 3 items are given
use conformable::{array, s};

fn main() {
    array![[1, 2], [3, 4]].slice(s![.., 0, 1]);
}

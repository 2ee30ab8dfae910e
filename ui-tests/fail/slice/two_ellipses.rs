// Dots stand for all axes that are left, so they stand once.
// Says: `s!`: `...` can stand once
use conformable::{array, s};

fn main() {
    array![[1, 2], [3, 4]].slice(s![..., 0, ...]);
}

// Dots stand for no axis at least.
// Says: `slicing`: an array of rank 1 does not have 2 axes
use conformable::{array, s};

fn main() {
    array![1, 2].slice(s![..., 0, 1]);
}

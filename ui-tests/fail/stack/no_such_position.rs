// A new axis stands behind as many axes as there are.
// Says: `stack`: an array of rank 1 does not have 2 axes
use conformable::{array, stack};

fn main() {
    let x = array![1, 2];
    stack::<2, _>([&x, &x]);
}

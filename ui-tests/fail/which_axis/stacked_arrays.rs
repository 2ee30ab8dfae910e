// Arrays are stacked along an axis that is named.
// Says: `stack`: which axis? The call does not name it
use conformable::{array, stack};

fn main() {
    let a = array![[1, 2], [3, 4]];
    stack([&a, &a]);
}

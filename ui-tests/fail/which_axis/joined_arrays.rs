// Arrays are joined along an axis that is named.
// Says: `concat`: which axis? The call does not name it
use conformable::{array, concat};

fn main() {
    let a = array![[1, 2], [3, 4]];
    concat((&a, &a));
}

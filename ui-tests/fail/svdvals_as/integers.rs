// Singular values of integers are no integers.
// Says: `{integer}` is not a real number type with a square root
use conformable::{Const, array};

fn main() {
    array![[1, 2], [3, 4]].svdvals_as::<_, Const<2>>();
}

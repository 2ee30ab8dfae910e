// `out` has one position less than the axis.
// Says: `diff_into`: axis of length 2 does not match axis of length 3
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<i32, 3>::zeros();
    array![1, 2, 4].diff_into::<0, _, _>(&mut out);
}

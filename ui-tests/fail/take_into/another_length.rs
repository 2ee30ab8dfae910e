// `out` has the axis of the indices.
// Says: `take_into`: axis of length 2 does not match axis of length 3
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<i32, 3>::zeros();
    let _taken = array![1, 2, 3].take_into::<0, _, _, _, _>(&array![0, 1], &mut out);
}

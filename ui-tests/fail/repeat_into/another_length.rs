// `out` is twice as long.
// Says: `repeat_into`: axis of length 6 does not match axis of length 5
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<i32, 5>::zeros();
    array![1, 2, 3].repeat_into::<0, 2, _, _>(&mut out);
}

// `out` has the shape of the array.
// Says: `roll_into`: axis of length 3 does not match axis of length 2
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<i32, 2>::zeros();
    array![1, 2, 3].roll_into::<0, _, _>(1, &mut out);
}

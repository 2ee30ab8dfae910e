// `out` has the lengths of the result.
// Says: `concat_into`: axis of length 3 does not match axis of length 4
use conformable::{Vector, array, concat_into};

fn main() {
    let mut out = Vector::<i32, 4>::zeros();
    concat_into::<0, _, _, _>((&array![1, 2], &array![3]), &mut out);
}

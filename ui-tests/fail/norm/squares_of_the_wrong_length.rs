// The squares along axis 0 are as many as the columns.
// Says: `norm_squared_axis_into`: axis of length 3 does not match axis of length 2
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<i32, 2>::zeros();
    array![[1, 2, 3], [4, 5, 6]].norm_squared_axis_into::<0, _, _>(&mut out);
}

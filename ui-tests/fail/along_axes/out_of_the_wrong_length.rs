// The result has the axes that the list does not name.
// Says: `out`: axis of length 3 does not match axis of length 4
use conformable::{Array3, Vector, axes};

fn main() {
    let mut out = Vector::<f32, 4>::zeros();
    Array3::<f32, 2, 3, 4>::ones().sum_axes_into::<axes![0, 2], _, _>(&mut out);
}

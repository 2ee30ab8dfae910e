// The axes of `out` are those of the result.
// Says: `trace_into`: axis of length 4 does not match axis of length 3
use conformable::{Array3, Vector};

fn main() {
    let mut out = Vector::<f32, 3>::zeros();
    Array3::<f32, 4, 3, 3>::ones().trace_into::<1, 2, _, _>(&mut out);
}

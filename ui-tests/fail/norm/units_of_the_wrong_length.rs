// What is normalized keeps its shape.
// Says: `normalize_into`: axis of length 3 does not match axis of length 4
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<f64, 4>::zeros();
    array![1., 2., 3.].normalize_into(&mut out);
}

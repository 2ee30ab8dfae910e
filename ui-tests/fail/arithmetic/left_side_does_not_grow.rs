// The left side of `+=` keeps its shape: no axis is added to it.
// Says: `add`: 2 axes do not broadcast to 1
use conformable::{Matrix, Vector};

fn main() {
    let mut bias = Vector::<f32, 3>::zeros();
    bias += &Matrix::<f32, 2, 3>::ones();
}

// The trace of a matrix is the scalar itself.
use conformable::{Array, Matrix};

fn main() {
    let t: Array<f32, ()> = Matrix::<f32, 3, 3>::ones().trace();
}

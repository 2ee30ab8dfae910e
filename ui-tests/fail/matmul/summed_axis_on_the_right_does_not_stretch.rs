// A summed axis never stretches: `Stretch` is of length 1 there.
// Says: `matmul`: axis of length 3 does not match axis of length 1
use conformable::{Matrix, Vector};

fn main() {
    let v = Vector::<f32, 6>::ones();
    Matrix::<f32, 2, 3>::ones().matmul(&v.insert_axis::<0>());
}

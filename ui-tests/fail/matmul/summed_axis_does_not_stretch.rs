// A summed axis never stretches: `Stretch` is of length 1 there.
// Says: `matmul`: axis of length 1 does not match axis of length 4
use conformable::{Matrix, Vector};

fn main() {
    let v = Vector::<f32, 3>::ones();
    v.insert_axis::<1>().matmul(&Matrix::<f32, 4, 6>::ones());
}

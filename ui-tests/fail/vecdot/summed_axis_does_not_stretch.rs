// A summed axis never stretches.
// Says: `vecdot`: axis of length 1 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    Vector::<f32, 2>::ones().insert_axis::<1>().vecdot(&Matrix::<f32, 2, 3>::ones());
}

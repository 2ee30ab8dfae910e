// `out` has the shape of the array.
// Says: `map_into`: the result has 2 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 2, 2>::ones().map_into(&mut Vector::<f32, 4>::zeros(), f32::abs);
}

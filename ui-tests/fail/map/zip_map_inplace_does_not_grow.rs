// What is written keeps its shape.
// Says: `zip_map_inplace`: 2 axes do not broadcast to 1
use conformable::{Matrix, Vector};

fn main() {
    let mut a = Vector::<f32, 2>::ones();
    a.zip_map_inplace(&Matrix::<f32, 3, 2>::ones(), f32::max);
}

// Rows are along the last axes, also of more than two.
// Says: `cosine_similarity`: axis of length 4 does not match axis of length 3
use conformable::{Array3, Matrix};

fn main() {
    Array3::<f32, 3, 3, 4>::ones().cosine_similarity(&Matrix::<f32, 4, 3>::ones());
}

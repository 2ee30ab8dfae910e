// Vectors along an axis meet in pairs: both arrays have one shape.
// Says: `cosine_similarity`: an array of dimension 2 does not match an array of dimension 1
use conformable::{Matrix, Vector};

fn main() {
    Matrix::<f32, 2, 3>::ones().cosine_similarity_axis::<1, _>(&Vector::<f32, 3>::ones());
}

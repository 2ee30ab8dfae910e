// `out` must have the shape of the result.
// Says: `cosine_similarity_into`: axis of length 2 does not match axis of length 4
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f32, 4>::zeros();
    Matrix::<f32, 2, 3>::ones().cosine_similarity_into(&Vector::<f32, 3>::ones(), &mut out);
}

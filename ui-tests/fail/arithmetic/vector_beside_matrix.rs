// Both directions have one rule.
// Says: `subtract`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let _ = &Vector::<f32, 2>::ones() - &Matrix::<f32, 2, 3>::ones();
}

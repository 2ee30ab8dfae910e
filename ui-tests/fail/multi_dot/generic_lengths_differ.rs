// Two const parameters are two lengths.
// Says: `multi_dot`: axis of length K does not match axis of length L
use conformable::{Matrix, multi_dot};

fn f<const K: usize, const L: usize>(a: &Matrix<f32, 2, K>, b: &Matrix<f32, L, 2>) -> Matrix<f32, 2, 2> {
    multi_dot((a, b))
}

fn main() {}

// Neighbours in a chain must fit, each pair of them.
// Says: `multi_dot`: axis of length 4 does not match axis of length 5
use conformable::{Matrix, multi_dot};

fn main() {
    let (a, b, c) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 3, 4>::ones(), Matrix::<f32, 5, 2>::ones());
    multi_dot((&a, &b, &c));
}

// Neighbours in a chain must fit, each pair of them.
// Says: `multi_dot`: axis of length 3 does not match axis of length 4
use conformable::{Matrix, multi_dot};

fn main() {
    let (a, b) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 4, 2>::ones());
    multi_dot((&a, &b, &a));
}

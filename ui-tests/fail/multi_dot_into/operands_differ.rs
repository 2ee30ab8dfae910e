// Neighbours of a chain share an axis, whatever `out` is.
// Says: `multi_dot`: axis of length 3 does not match axis of length 2
use conformable::{Matrix, multi_dot_into};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    multi_dot_into((&a, &a), &mut Matrix::<f32, 2, 3>::zeros());
}

// `out` has the shape of the product: the rows of the first operand and the columns of the last.
// Says: `multi_dot_into`: axis of length 4 does not match axis of length 3
use conformable::{Matrix, multi_dot_into};

fn main() {
    let (a, b) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 3, 4>::ones());
    multi_dot_into((&a, &b), &mut Matrix::<f32, 2, 3>::zeros());
}

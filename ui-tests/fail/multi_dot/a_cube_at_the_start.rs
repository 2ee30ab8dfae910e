// A chain is of matrices; stacks of them are for `matmul`.
// Says: `multi_dot`: the first operand must be a matrix or a vector
use conformable::{Array3, Matrix, multi_dot};

fn main() {
    multi_dot((&Array3::<f32, 2, 2, 2>::ones(), &Matrix::<f32, 2, 2>::ones()));
}

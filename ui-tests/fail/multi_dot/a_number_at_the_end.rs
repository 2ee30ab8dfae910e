// A number is no matrix.
// Says: `multi_dot`: each operand is a reference to an array
use conformable::{Matrix, multi_dot};

fn main() {
    multi_dot((&Matrix::<f32, 2, 2>::ones(), 3_f32));
}

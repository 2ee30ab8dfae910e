// A chain has two operands at least.
// Says: `multi_dot` takes a tuple of 2 to 8 references to arrays
use conformable::{Matrix, multi_dot};

fn main() {
    multi_dot((&Matrix::<f32, 2, 2>::ones(),));
}

// A product of matrices needs an axis to sum over: rank 0 is for `*`, `dot` and `inner`.
// Says: `matmul`: an operand of rank 0, but its rank must be at least 1
use conformable::{Array, Matrix};

fn main() {
    let two = Array::<f32, ()>::new(2.0);
    two.matmul(&Matrix::<f32, 2, 3>::ones());
}

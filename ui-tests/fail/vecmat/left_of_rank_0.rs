// The left operand of `vecmat` is a vector, or a stack of them.
// Says: `vecmat`: an operand of rank 0, but its rank must be at least 1
use conformable::{Array, Matrix};

fn main() {
    let two = Array::<f32, ()>::new(2.0);
    two.vecmat(&Matrix::<f32, 2, 3>::ones());
}

// Only the ends may be vectors.
// Says: `multi_dot`: an operand between two others must be a matrix
use conformable::{Matrix, Vector, multi_dot};

fn main() {
    let (a, x) = (Matrix::<f32, 2, 2>::ones(), Vector::<f32, 2>::ones());
    multi_dot((&a, &x, &a));
}

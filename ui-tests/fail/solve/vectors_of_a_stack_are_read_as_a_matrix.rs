// Of rank 2 the right side is a matrix, and not a vector for each item of a stack.
// Says: `solve`: axis of length 3 does not match axis of length 2
use conformable::{Array3, Matrix};

fn main() {
    let a = Array3::<f64, 2, 3, 3>::ones();
    a.solve(&Matrix::<f64, 2, 3>::ones());
}

// Singular values are those of matrices.
// Says: `svd`: an operand of rank 1, but its rank must be at least 2
use conformable::{Const, array};

fn main() {
    array![1., 2., 3.].svd_as::<_, Const<1>>();
}

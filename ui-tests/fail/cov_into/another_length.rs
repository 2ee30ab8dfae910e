// `out` has as many rows and columns as there are rows.
// Says: `cov_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, array};

fn main() {
    let mut out = Matrix::<f64, 3, 3>::zeros();
    array![[1., 2., 3.], [4., 5., 7.]].cov_into(&mut out);
}

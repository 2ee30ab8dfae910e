// `out` has a place for each eigenvalue.
// Says: `eigvalsh_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f64, 3>::zeros();
    Matrix::<f64, 2, 2>::eye().eigvalsh_into(&mut out);
}

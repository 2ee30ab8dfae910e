// `out` has a place for each eigenvalue.
// Says: `eigvalsh_into`: the result has 1 axes, but `out` has 2
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<f64, 2, 2>::zeros();
    Matrix::<f64, 2, 2>::eye().eigvalsh_into(&mut out);
}

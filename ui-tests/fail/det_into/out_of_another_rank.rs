// `out` has the leading axes: none of a matrix.
// Says: `det_into`: the result has 0 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f64, 1>::zeros();
    Matrix::<f64, 2, 2>::eye().det_into(&mut out);
}

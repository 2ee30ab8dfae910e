// `out` has the shape of the matrix.
// Says: `inv_into`: the result has 2 axes, but `out` has 3
use conformable::{Array3, Matrix};

fn main() {
    let mut x = Array3::<f64, 1, 2, 2>::zeros();
    Matrix::<f64, 2, 2>::eye().inv_into(&mut x);
}

// `out` has the shape of the matrix.
// Says: `inv_into`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let mut x = Matrix::<f64, 3, 2>::zeros();
    Matrix::<f64, 2, 2>::eye().inv_into(&mut x);
}

// The pseudo-inverse has the shape of the transpose.
// Says: `pinv_into`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<f64, 3, 2>::zeros();
    Matrix::<f64, 3, 2>::ones().pinv_into(&mut out);
}

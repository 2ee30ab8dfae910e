// `out` has a place for each singular value.
// Says: `svdvals_into`: the result has 1 axes, but `out` has 2
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<f64, 2, 2>::zeros();
    Matrix::<f64, 3, 2>::ones().svdvals_into(&mut out);
}

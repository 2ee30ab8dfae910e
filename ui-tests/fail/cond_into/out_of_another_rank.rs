// Of one matrix there is one number.
// Says: `cond_into`: the result has 0 axes, but `out` has 1
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<f64, 1>::zeros();
    Matrix::<f64, 3, 2>::ones().cond_into(&mut out);
}

// There is a value for each row.
// Says: `eigh_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let (mut values, mut vectors) = (Vector::<f64, 3>::zeros(), Matrix::<f64, 2, 2>::zeros());
    Matrix::<f64, 2, 2>::eye().eigh_into(&mut values, &mut vectors);
}

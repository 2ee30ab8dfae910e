// There is an exchange for each row.
// Says: `lu_inplace`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let (mut a, mut exchanges) = (Matrix::<f64, 2, 2>::eye(), Vector::<usize, 3>::zeros());
    a.lu_inplace(&mut exchanges);
}

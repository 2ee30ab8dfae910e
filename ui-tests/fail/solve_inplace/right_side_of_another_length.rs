// A system of equations has as many equations as unknowns.
// Says: `solve`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let (mut a, mut x) = (Matrix::<f64, 2, 2>::eye(), Vector::<f64, 3>::ones());
    a.solve_inplace(&mut x);
}

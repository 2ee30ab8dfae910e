// A system of equations has as many equations as unknowns.
// Says: `solve`: an operand of rank 0, but its rank must be at least 2
use conformable::{Array, Vector};

fn main() {
    Array::<f64, ()>::new(2.).solve(&Vector::<f64, 1>::ones());
}

// `out` has the shape of the solution.
// Says: `solve_into`: axis of length 2 does not match axis of length 3
use conformable::{Matrix, Vector};

fn main() {
    let mut x = Vector::<f64, 3>::zeros();
    Matrix::<f64, 2, 2>::eye().solve_into(&Vector::<f64, 2>::ones(), &mut x);
}

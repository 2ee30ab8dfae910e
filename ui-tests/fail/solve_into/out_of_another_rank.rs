// `out` has the shape of the solution.
// Says: `solve_into`: the result has 1 axes, but `out` has 2
use conformable::{Matrix, Vector};

fn main() {
    let mut x = Matrix::<f64, 2, 1>::zeros();
    Matrix::<f64, 2, 2>::eye().solve_into(&Vector::<f64, 2>::ones(), &mut x);
}

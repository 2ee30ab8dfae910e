// `out` has the shape of the solution.
// Says: `solve_into`: axis of length 3 does not match axis of length 4
use conformable::Matrix;

fn main() {
    let mut x = Matrix::<f64, 2, 4>::zeros();
    Matrix::<f64, 2, 2>::eye().solve_into(&Matrix::<f64, 2, 3>::ones(), &mut x);
}

// The right sides have the shape of the solutions.
// Says: `solve_inplace`: the result has 3 axes, but `out` has 2
use conformable::{Array3, Matrix};

fn main() {
    let (mut a, mut x) = (Array3::<f64, 4, 2, 2>::ones(), Matrix::<f64, 2, 3>::ones());
    a.solve_inplace(&mut x);
}

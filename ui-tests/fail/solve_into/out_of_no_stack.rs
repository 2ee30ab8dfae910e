// `out` has the shape of the solution.
// Says: `solve_into`: the result has 3 axes, but `out` has 2
use conformable::{Array3, Matrix};

fn main() {
    let mut x = Matrix::<f64, 2, 2>::zeros();
    Array3::<f64, 4, 2, 2>::ones().solve_into(&x.to_owned(), &mut x);
}

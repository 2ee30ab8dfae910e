// What is written to is lent as mutable.
use conformable::{Matrix, Vector};

fn main() {
    let x = Vector::<f64, 2>::zeros();
    Matrix::<f64, 2, 2>::eye().solve_into(&Vector::<f64, 2>::ones(), &mut x.view());
}

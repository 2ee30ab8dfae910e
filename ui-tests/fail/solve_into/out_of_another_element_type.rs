// `out` has elements of the operands' type.
use conformable::{Matrix, Vector};

fn main() {
    let mut x = Vector::<f32, 2>::zeros();
    Matrix::<f64, 2, 2>::eye().solve_into(&Vector::<f64, 2>::ones(), &mut x);
}

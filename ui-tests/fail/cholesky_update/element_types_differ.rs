// The vector has elements of the factor's type.
use conformable::{Matrix, Vector};

fn main() {
    let mut chol = Matrix::<f32, 3, 3>::eye().cholesky().unwrap();
    chol.update(&Vector::<f64, 3>::ones());
}

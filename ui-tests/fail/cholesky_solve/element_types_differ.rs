// Both operands have one element type.
// Says: the elements of both operands must have one type
use conformable::{Matrix, Vector};

fn main() {
    let f = Matrix::<f32, 3, 3>::eye().cholesky().unwrap();
    f.solve(&Vector::<f64, 3>::ones());
}

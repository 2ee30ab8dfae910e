// What can be singular has a `Result`.
use conformable::{Matrix, Vector};

fn main() {
    let x: Vector<f64, 2> = Matrix::<f64, 2, 2>::eye().solve(&Vector::<f64, 2>::ones());
}

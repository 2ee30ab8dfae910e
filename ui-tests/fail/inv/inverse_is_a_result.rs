// What can be singular has a `Result`.
use conformable::Matrix;

fn main() {
    let x: Matrix<f64, 2, 2> = Matrix::<f64, 2, 2>::eye().inv();
}

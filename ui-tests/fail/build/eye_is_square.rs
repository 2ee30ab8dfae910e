// The identity has as many rows as columns.
use conformable::Matrix;

fn main() {
    let m: Matrix<f32, 2, 3> = Matrix::eye();
    println!("{}", m.len());
}

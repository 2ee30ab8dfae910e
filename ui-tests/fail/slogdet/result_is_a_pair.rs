// The sign and the logarithm are two results.
use conformable::Matrix;

fn main() {
    let x: f64 = Matrix::<f64, 2, 2>::eye().slogdet();
}

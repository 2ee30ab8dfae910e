// R has a row for each column of Q.
use conformable::Matrix;

fn main() {
    let r: Matrix<f64, 3, 2> = Matrix::<f64, 3, 2>::ones().qr().r();
}

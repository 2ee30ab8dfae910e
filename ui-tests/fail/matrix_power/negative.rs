// A negative power is one of the inverse, which can fail.
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 2>::eye().matrix_power(-1);
}

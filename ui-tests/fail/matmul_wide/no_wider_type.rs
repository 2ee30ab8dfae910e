// There is no type in which products of f64 are exact.
// Says: there is no wide product of `f64` and `f64`
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 2>::ones().matmul_wide(&Matrix::<f64, 2, 2>::ones());
}

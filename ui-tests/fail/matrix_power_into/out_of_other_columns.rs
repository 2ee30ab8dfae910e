// A power has the shape of the matrix.
// Says: `matrix_power_into`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<f64, 2, 3>::zeros();
    Matrix::<f64, 2, 2>::eye().matrix_power_into(2, &mut out);
}

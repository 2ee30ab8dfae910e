// A product of matrices needs an axis to sum over: rank 0 is for `*`, `dot` and `inner`.
// Says: `matmul`: an operand of rank 0, but its rank must be at least 1
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().matmul(&2.0);
}

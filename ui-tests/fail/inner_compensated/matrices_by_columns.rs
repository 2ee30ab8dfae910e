// Rows are along the last axis: the columns of the right operand are those of `b.t()`.
// Says: `inner_compensated`: axis of length 3 does not match axis of length 2
use conformable::Matrix;

fn main() {
    Matrix::<f64, 2, 3>::ones().inner_compensated(&Matrix::<f64, 3, 2>::ones());
}

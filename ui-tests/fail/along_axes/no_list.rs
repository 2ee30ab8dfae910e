// A list of axes is spelled by `axes!`.
use conformable::{Const, Matrix};

fn main() {
    Matrix::<f32, 2, 3>::ones().sum_axes::<(Const<1>, Const<0>)>();
}

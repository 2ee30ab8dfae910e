// A list of axes is spelled by `axes!`.
// Says: `(conformable::Const<1>, conformable::Const<0>)` is not a list of axes
use conformable::{Const, Matrix};

fn main() {
    Matrix::<f32, 2, 3>::ones().permute::<(Const<1>, Const<0>)>();
}

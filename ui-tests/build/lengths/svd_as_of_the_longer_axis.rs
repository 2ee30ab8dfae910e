// There are as many singular values as the shorter axis is long. Only `cargo build` says so.
use conformable::{Const, Matrix};

fn main() {
    let _ = Matrix::<f64, 3, 2>::ones().svd_as::<_, Const<3>>();
}

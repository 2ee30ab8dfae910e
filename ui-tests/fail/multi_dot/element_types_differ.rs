// All operands have one element type.
use conformable::{Matrix, multi_dot};

fn main() {
    multi_dot((&Matrix::<f32, 2, 2>::ones(), &Matrix::<f64, 2, 2>::ones()));
}

// The result has the element type of the operands.
use conformable::{Matrix, Vector};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    let mut out = Vector::<f64, 2>::zeros();
    a.inner_into(&Vector::<f32, 3>::ones(), &mut out);
}

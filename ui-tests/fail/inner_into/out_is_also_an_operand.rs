// `out` is borrowed mutably, so it cannot be an operand.
use conformable::Matrix;

fn main() {
    let mut a = Matrix::<f32, 2, 2>::ones();
    let b = Matrix::<f32, 2, 2>::ones();
    a.inner_into(&b, &mut a);
}

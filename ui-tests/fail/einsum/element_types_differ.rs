// All operands have elements of one type.
// Says: the elements of both operands must have one type: `f64` is not `f32`
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<f64, 3>::ones();
    let b = Vector::<f32, 3>::ones();
    einsum!("i,i->", a, b);
}

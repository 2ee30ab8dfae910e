// A named axis does not meet a plain length, even an equal one.
// Says: `einsum<'i'>`: axis `Joint` cannot meet axis `conformable::Const<3>`
use conformable::{Array, Vector, axis, einsum};

axis!(Joint: 3);

fn main() {
    let a = Array::<f64, (Joint,)>::ones();
    let b = Vector::<f64, 3>::ones();
    einsum!("i,i->", a, b);
}

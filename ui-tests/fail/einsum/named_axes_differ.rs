// A named axis meets only itself.
// Says: `einsum<'i'>`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis, einsum};

axis!(Joint: 3);
axis!(Motor: 3);

fn main() {
    let a = Array::<f64, (Joint,)>::ones();
    let b = Array::<f64, (Motor,)>::ones();
    einsum!("i,i->", a, b);
}

// A named axis meets only itself and `Dyn`.
// Says: `tensordot`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let a = Array::<f32, shape![2, Joint]>::ones();
    a.tensordot::<1, _>(&Array::<f32, shape![Motor]>::ones());
}

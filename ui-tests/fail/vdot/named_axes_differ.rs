// A named axis meets only itself and `Dyn`.
// Says: `vdot`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let a = Array::<f32, shape![Joint]>::ones();
    a.vdot(&Array::<f32, shape![Motor]>::ones());
}

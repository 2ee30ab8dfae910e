// A named axis meets only itself and `Dyn`.
// Says: `add`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis};

axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let _ = Array::<f32, (Joint,)>::ones() + Array::<f32, (Motor,)>::ones();
}

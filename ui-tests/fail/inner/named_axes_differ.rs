// A named axis meets only itself and `Dyn`, not another one of the same length.
// Says: `inner`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis};
axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let angles = Array::<f32, (Joint,)>::ones();
    let torques = Array::<f32, (Motor,)>::ones();
    angles.inner(&torques);
}

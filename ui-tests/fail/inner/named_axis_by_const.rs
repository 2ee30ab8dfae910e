// A named axis meets only itself and `Dyn`, not a plain length.
// Says: `inner`: axis `Joint` cannot meet axis
use conformable::{Array, Vector, axis};
axis!(Joint: 7);

fn main() {
    let angles = Array::<f32, (Joint,)>::ones();
    angles.inner(&Vector::<f32, 7>::ones());
}

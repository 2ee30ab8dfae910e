// A named axis meets only itself.
// Says: `allclose`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis};

axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    Array::<f32, (Joint,)>::ones().allclose(&Array::<f32, (Motor,)>::ones());
}

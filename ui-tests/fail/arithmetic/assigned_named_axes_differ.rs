// A named axis meets only itself and `Dyn`, in place too.
// Says: `subtract`: axis `Motor` cannot meet axis `Joint`
use conformable::{Array, axis};

axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let mut a = Array::<f32, (Joint,)>::ones();
    a -= Array::<f32, (Motor,)>::ones();
}

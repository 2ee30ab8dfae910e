// A named axis meets only itself and `Dyn`.
// Says: `cross`: axis `Force` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Force: 3);
axis!(Motor: 3);

fn main() {
    let a = Array::<f64, shape![Force]>::ones();
    a.cross(&Array::<f64, shape![Motor]>::ones());
}

// A named axis meets only itself and `Dyn`.
// Says: `solve`: axis `Force` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Force: 3);
axis!(Motor: 3);

fn main() {
    let a = Array::<f64, shape![Force, Force]>::ones();
    a.solve(&Array::<f64, shape![Motor]>::ones());
}

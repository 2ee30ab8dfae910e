// A named axis meets only itself and `Dyn`.
// Says: `lstsq`: axis `Force` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Force: 3);
axis!(Motor: 3);

fn main() {
    let a = Array::<f64, shape![Force, 2]>::ones();
    a.lstsq(&Array::<f64, shape![Motor]>::ones());
}

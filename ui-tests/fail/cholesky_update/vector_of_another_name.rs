// A named axis meets only itself and `Dyn`.
// Says: `update`: axis `Force` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Force: 3);
axis!(Motor: 3);

fn main() {
    let mut chol = Array::<f64, shape![Force, Force]>::ones().cholesky().unwrap();
    chol.update(&Array::<f64, shape![Motor]>::ones());
}

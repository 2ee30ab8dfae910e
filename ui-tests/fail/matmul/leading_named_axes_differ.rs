// A named axis meets only itself and `Dyn`, as a leading axis too.
// Says: `matmul`: axis `Left` cannot meet axis `Right`
use conformable::{Array, axis, shape};

axis!(Left: 2);
axis!(Right: 2);

fn main() {
    let a = Array::<f32, shape![Left, 3, 4]>::ones();
    a.matmul(&Array::<f32, shape![Right, 4, 5]>::ones());
}

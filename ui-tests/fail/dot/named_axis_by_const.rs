// A named axis meets only itself and `Dyn`.
// Says: `dot`: axis `Joint` cannot meet axis
use conformable::{Array, Vector, axis, shape};

axis!(Joint: 7);

fn main() {
    let a = Array::<f32, shape![2, Joint]>::ones();
    a.dot(&Vector::<f32, 7>::ones());
}

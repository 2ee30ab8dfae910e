// A named axis is not a length.
// Says: `multiply`: axis `Joint` cannot meet axis `conformable::Const<7>`
use conformable::{Array, Vector, axis};

axis!(Joint: 7);

fn main() {
    let _ = Array::<f32, (Joint,)>::ones() * Vector::<f32, 7>::ones();
}

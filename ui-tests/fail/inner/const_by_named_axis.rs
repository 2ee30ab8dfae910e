// A plain length does not meet a named axis.
// Says: cannot meet axis `Joint`
use conformable::{Array, Vector, axis};
axis!(Joint: 7);

fn main() {
    let angles = Array::<f32, (Joint,)>::ones();
    Vector::<f32, 7>::ones().inner(&angles);
}

// A named axis has a diagonal with itself only.
// Says: `diagonal`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis, shape};

axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    Array::<f32, shape![Joint, Motor]>::ones().diagonal();
}

// A named axis has a length, too.
// Says: `windows`: an axis of length 7 does not have 8 positions
use conformable::{Array, axis};

axis!(Joint: 7);

fn main() {
    Array::<f32, (Joint,)>::ones().windows::<8>();
}

// Axes of different names do not meet, whatever their lengths.
// Says: `distance`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis};
axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    Array::<f32, (Joint,)>::ones().distance(&Array::<f32, (Motor,)>::ones());
}

// Axes of different names do not meet, whatever their lengths.
// Says: `inner_wide`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis};
axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    Array::<i8, (Joint,)>::ones().inner_wide(&Array::<i8, (Motor,)>::ones());
}

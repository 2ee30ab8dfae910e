// Axes of different names do not meet, whatever their lengths.
// Says: `multi_dot`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, axis, multi_dot};
axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let (a, b) = (Array::<f32, (Motor, Joint)>::ones(), Array::<f32, (Motor,)>::ones());
    multi_dot((&a, &b));
}

// An axis with a name has one length.
// Says: `concat`: axis `Joint` has a name, which an axis of another length cannot share
use conformable::{Array, axis, concat, shape};

axis!(Joint: 7);

fn main() {
    let x = Array::<f32, shape![Joint]>::ones();
    concat::<0, _>((&x, &x));
}

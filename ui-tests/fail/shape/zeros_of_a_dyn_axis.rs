// `zeros()` takes its lengths from the type, where a `Dyn` axis has none.
// Says: every length must be in the type here, but the shape `(Dyn, conformable::Const<3>)` leaves some open
use conformable::{Array, shape};

fn main() {
    let m = Array::<f32, shape![dyn, 3]>::zeros();
    println!("{}", m.len());
}

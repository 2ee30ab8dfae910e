// `zeros()` takes its lengths from the type, where a `Dyn` axis has none.
// Says: the type must know every length here
use conformable::{Array, shape};

fn main() {
    let m = Array::<f32, shape![dyn, 3]>::zeros();
    println!("{}", m.len());
}

// A product of axes has no name.
// Says: `kron`: axis `Joint` has a name, but its product with another axis would have none
use conformable::{Array, Vector, axis, shape};

axis!(Joint: 7);

fn main() {
    let a = Array::<f32, shape![Joint]>::ones();
    a.kron(&Vector::<f32, 2>::ones());
}

// The axes of `out` are those of the result by name, not by length only.
// Says: `inner_into`: axis `Joint` cannot meet axis `Motor`
use conformable::{Array, Vector, axis, shape};
axis!(Joint: 7);
axis!(Motor: 7);

fn main() {
    let jacobian = Array::<f32, shape![Joint, 3]>::ones();
    let mut out = Array::<f32, (Motor,)>::zeros();
    jacobian.inner_into(&Vector::<f32, 3>::ones(), &mut out);
}

// An operand is an array; a number is `Array::<_, ()>::new(x)`.
// Says: `einsum!`: an array is needed here, not `{float}`
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<f64, 3>::ones();
    einsum!(",i->i", 3.0, a);
}

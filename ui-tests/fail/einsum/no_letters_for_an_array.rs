// Only arrays of rank 0 have no letters.
// Says: `einsum`: operand 0 has 1 axes, but its subscripts have 0 letters
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<f64, 3>::ones();
    einsum!(",i->i", a, a);
}

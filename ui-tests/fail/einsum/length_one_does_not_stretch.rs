// An axis of length 1 does not stretch unless it says so.
// Says: `einsum<'i'>`: axis of length 3 does not match axis of length 1
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<f64, 3>::ones();
    let b = Vector::<f64, 1>::ones();
    einsum!("i,i->i", a, b);
}

// The subscripts have no escapes.
// Says: `einsum!`: the subscripts are a string like
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij\t->ji", a);
}

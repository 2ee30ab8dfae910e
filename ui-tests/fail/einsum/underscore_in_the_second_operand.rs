// Subscripts are letters.
// Says: `einsum!`: `_` in the subscripts of operand 1 is not a letter
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij,_k->ik", a, a);
}

// Escapes are read; a tab is no letter.
// Says: a tab in the subscripts of operand 0 is not a letter
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij\t->ji", a);
}

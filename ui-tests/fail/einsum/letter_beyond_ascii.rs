// Letters are those of ASCII.
// Says: `einsum!`: `é` in the subscripts of operand 0 is not a letter
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ié->i", a);
}

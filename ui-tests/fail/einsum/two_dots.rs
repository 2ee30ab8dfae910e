// An ellipsis has three dots.
// Says: `einsum!`: a dot in the subscripts of operand 0 is not part of its one ellipsis
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("..ij->ij", a);
}

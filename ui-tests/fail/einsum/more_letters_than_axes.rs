// There is an axis for each letter.
// Says: `einsum`: operand 0 has 2 axes, but its subscripts have 3 letters
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ijk->", a);
}

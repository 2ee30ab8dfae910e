// There is a letter for each axis.
// Says: `einsum`: operand 1 has 2 axes, but its subscripts have 1 letters
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij,k->ijk", a, a);
}

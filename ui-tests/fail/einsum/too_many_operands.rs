// There is a part between commas for each operand.
// Says: `einsum!`: there are 3 operands, but the subscripts are those of 2
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij,jk->ik", a, a, a);
}

// There is an operand for each part between commas.
// Says: `einsum!`: there is 1 operand, but the subscripts are those of 2
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij,jk->ik", a);
}

// Capitals are letters of their own.
// Says: `einsum!`: `I` is in the output, but no operand has it
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij->I", a);
}

// A letter of the output is one of an operand.
// Says: `einsum!`: `x` is in the output, but no operand has it
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij,jk->ix", a, a);
}

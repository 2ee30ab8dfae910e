// A tuple has at most 6 axes.
// Says: `einsum!`: operand 0 has more than 6 letters, but a tuple has at most 6 axes
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("abcdefg->", a);
}

// There is one output.
// Says: `einsum!`: `,` in the output is not a letter
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij->i,j", a);
}

// The arrow is one: `->`.
// Says: `einsum!`: after the operands only `->` and the output can follow
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij-ji", a);
}

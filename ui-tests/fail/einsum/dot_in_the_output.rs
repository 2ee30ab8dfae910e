// An ellipsis has three dots.
// Says: `einsum!`: a dot in the output is not part of its one ellipsis
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij->i.j", a);
}

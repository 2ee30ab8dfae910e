// `out` has the axes of the output.
use conformable::{Matrix, einsum_into};

fn main() {
    let a = Matrix::<f64, 2, 2>::ones();
    let mut out = Matrix::<f64, 3, 2>::zeros();
    einsum_into!("ij,jk->ik", a, a, &mut out);
}

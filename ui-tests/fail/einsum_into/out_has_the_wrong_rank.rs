// `out` has an axis for each letter of the output.
// Says: `einsum_into`: the result has 2 axes, but `out` has 1
use conformable::{Matrix, Vector, einsum_into};

fn main() {
    let a = Matrix::<f64, 2, 2>::ones();
    let mut out = Vector::<f64, 2>::zeros();
    einsum_into!("ij,jk->ik", a, a, &mut out);
}

// `out` is written while the operands are read.
use conformable::{Matrix, einsum_into};

fn main() {
    let mut a = Matrix::<f64, 2, 2>::ones();
    einsum_into!("ij,jk->ik", a, a, &mut a);
}

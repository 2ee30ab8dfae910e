// `out` can be changed.
// Says: the elements of an immutable view cannot be changed
use conformable::{Matrix, einsum_into};

fn main() {
    let a = Matrix::<f64, 2, 2>::ones();
    let b = a;
    einsum_into!("ij,jk->ik", a, a, &mut b.view());
}

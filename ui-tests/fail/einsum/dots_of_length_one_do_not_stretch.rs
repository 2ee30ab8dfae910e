// An axis under an ellipsis stretches only if it says so.
use conformable::{Array3, einsum};

fn main() {
    let a = Array3::<f32, 7, 2, 3>::ones();
    let b = Array3::<f32, 1, 3, 2>::ones();
    einsum!("...ij,...jk->...ik", a, b);
}

// Axes under an ellipsis pair from the last one on.
use conformable::{Array3, einsum};

fn main() {
    let a = Array3::<f32, 7, 2, 3>::ones();
    let b = Array3::<f32, 8, 3, 2>::ones();
    einsum!("...ij,...jk->...ik", a, b);
}

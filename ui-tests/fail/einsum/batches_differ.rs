// Axes of one letter have one length, those of a batch too.
// Says: `einsum<'b'>`: axis of length 8 does not match axis of length 7
use conformable::{Array3, einsum};

fn main() {
    let a = Array3::<f32, 8, 2, 3>::ones();
    let b = Array3::<f32, 7, 3, 2>::ones();
    einsum!("bij,bjk->bik", a, b);
}

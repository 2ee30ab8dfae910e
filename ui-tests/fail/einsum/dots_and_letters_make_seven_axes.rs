// A tuple has at most 6 axes.
// Says: `einsum<'.'>`: the result would have more than 6 axes
use conformable::{Array4, einsum};

fn main() {
    let a = Array4::<f32, 1, 2, 1, 2>::ones();
    let b = Array4::<f32, 1, 2, 2, 2>::ones();
    einsum!("...a,bcde->...abcde", a, b);
}

// A tuple has at most 6 axes.
// Says: `einsum!`: the output has 7 axes, but a tuple has at most 6
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("abcd,efg->abcdefg", a, a);
}

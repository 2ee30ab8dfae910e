// A letter is in the output once.
// Says: `einsum!`: `i` is in the output twice
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij->iji", a);
}

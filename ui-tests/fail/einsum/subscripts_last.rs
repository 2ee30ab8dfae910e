// The subscripts come first.
// Says: `einsum!`: the subscripts come first, as a string literal
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!(a, "ij->ji");
}

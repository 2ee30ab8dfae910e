// Subscripts are known when the program is compiled.
// Says: `einsum!`: the subscripts come first, as a string literal
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    let subscripts = "ij->ji";
    einsum!(subscripts, a);
}

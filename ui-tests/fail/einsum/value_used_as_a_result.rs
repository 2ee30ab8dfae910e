// What the types prove is no `Result`.
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    einsum!("ij->i", a).unwrap();
}

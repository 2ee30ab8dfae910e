// The result has the axes of its letters, in their order.
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f64, 2, 3>::ones();
    let _: Matrix<f64, 2, 3> = einsum!("ij->ji", a);
}

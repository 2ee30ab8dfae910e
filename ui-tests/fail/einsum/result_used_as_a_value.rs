// What is left for run time is a `Result`.
use conformable::{Array, Vector, einsum};

fn main() {
    let a = Array::from(vec![1.0, 2.0]);
    let x: f64 = einsum!("i,i->", a, a);
    let _ = (x, Vector::<f64, 1>::ones());
}

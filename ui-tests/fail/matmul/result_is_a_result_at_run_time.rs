// A check that is left for run time makes the product a `Result`.
use conformable::{Array, Dyn};

fn main() {
    let a = Array::from_shape_elem((Dyn(2), Dyn(2)), 1.0).unwrap();
    let c: Array<f64, (Dyn, Dyn)> = a.matmul(&a);
}

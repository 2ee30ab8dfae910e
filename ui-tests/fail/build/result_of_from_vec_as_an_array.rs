// The number of elements is known at run time only: `from_vec` returns a `Result`.
use conformable::{Array, Dyn};

fn main() {
    let a: Array<f64, (Dyn,)> = Array::from_vec((Dyn(2),), vec![1.0, 2.0]);
    println!("{}", a.len());
}

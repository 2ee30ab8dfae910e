// A check that is left for run time makes the product a `Result`.
use conformable::{Array, Dyn, ShapeError};

fn main() -> Result<(), ShapeError> {
    let a = Array::from_vec((Dyn(2),), vec![1.0, 2.0])?;
    let dot: f64 = a.inner(&a);
    println!("{dot}");
    Ok(())
}

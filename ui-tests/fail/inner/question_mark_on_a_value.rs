// What the types prove is a value: there is no error for `?` to return.
use conformable::{ShapeError, array};

fn main() -> Result<(), ShapeError> {
    let dot: f64 = array![1.0, 2.0].inner(&array![3.0, 4.0])?;
    println!("{dot}");
    Ok(())
}

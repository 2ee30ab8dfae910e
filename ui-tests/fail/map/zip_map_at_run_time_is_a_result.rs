// Two `Dyn` axes are compared at run time: the result is a `Result`.
// Says: mismatched types
use conformable::{Array, Dyn};

fn main() {
    let (a, b) = (Array::from(vec![1.]), Array::from(vec![1.]));
    let _: Array<f64, (Dyn,)> = a.zip_map(&b, f64::max);
}

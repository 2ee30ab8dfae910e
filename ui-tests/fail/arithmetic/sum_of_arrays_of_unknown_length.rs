// The sum of no arrays has no shape where run time knows the length: `reduce(|a, b| a + b)` is an `Option`.
use conformable::{Array, Dyn};

fn main() {
    let rows = vec![Array::from(vec![1, 2]), Array::from(vec![3, 4])];
    let _: Array<i32, (Dyn,)> = rows.iter().sum();
}

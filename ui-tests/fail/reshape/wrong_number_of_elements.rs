// A shape with as many elements is needed.
// Says: `reshape`: cannot reshape array of shape
use conformable::{array, shape};

fn main() {
    array![1, 2, 3, 4, 5, 6].reshape::<shape![4]>();
}

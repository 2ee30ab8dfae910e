// 6 elements are no rows of 4.
// Says: `reshape`: cannot reshape array of shape
use conformable::{array, shape};

fn main() {
    array![1, 2, 3, 4, 5, 6].reshape::<shape![_, 4]>();
}

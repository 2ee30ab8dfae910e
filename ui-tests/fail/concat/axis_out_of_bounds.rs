// Vectors have axis 0 only.
// Says: `concat`: axis 1 is out of bounds for array of dimension 1
use conformable::{array, concat};

fn main() {
    concat::<1, _>((&array![1, 2], &array![3, 4]));
}

// A list of arrays is a tuple, an array or a slice.
// Says: is not a list of arrays
use conformable::{array, concat};

fn main() {
    concat::<0, _>(&array![1, 2]);
}

// The values have the type of the elements.
use conformable::{Side, array};

fn main() {
    array![1, 2, 3].searchsorted(&array![2.5], Side::Left);
}

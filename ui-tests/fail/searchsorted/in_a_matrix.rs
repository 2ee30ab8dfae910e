// A sorted vector has one axis.
use conformable::{Side, array};

fn main() {
    array![[1, 2], [3, 4]].searchsorted(&array![2], Side::Left);
}

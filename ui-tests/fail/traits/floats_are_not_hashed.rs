// An array is `Hash` only if its elements are.
use conformable::array;
use std::collections::HashSet;

fn main() {
    HashSet::new().insert(array![1.0, 2.0]);
}

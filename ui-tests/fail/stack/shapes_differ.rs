// Arrays of one shape are stacked.
use conformable::{array, stack};

fn main() {
    stack::<0, _>([&array![1, 2], &array![1, 2, 3]]);
}

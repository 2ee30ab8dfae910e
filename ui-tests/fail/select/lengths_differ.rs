// Both choices pair.
// Says: `select`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![true, false].select(&array![1, 2], &array![1, 2, 3]);
}

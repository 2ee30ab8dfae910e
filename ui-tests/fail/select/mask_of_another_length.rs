// The mask pairs with the elements as they do with each other.
// Says: `select`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![true, false].select(&array![1, 2, 3], &0);
}

// What is assigned has the length of the axis, or stretches.
// Says: `assign`: axis of length 3 does not match axis of length 2
use conformable::array;

fn main() {
    array![1, 2].assign(&array![1, 2, 3]);
}

// Axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `add`: axis of length 3 does not match axis of length 4
use conformable::array;

fn main() {
    array![1, 2, 3] + array![1, 2, 3, 4];
}

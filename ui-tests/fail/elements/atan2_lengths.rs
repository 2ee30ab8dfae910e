// Both operands have one length, or one of them stretches.
// Says: `atan2`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![1., 2.].atan2(&array![1., 2., 3.]);
}

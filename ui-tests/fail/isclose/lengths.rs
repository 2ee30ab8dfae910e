// Close arrays have one length, or one of them stretches.
// Says: `allclose`: axis of length 3 does not match axis of length 4
use conformable::array;

fn main() {
    array![1., 2., 3.].allclose(&array![1., 2., 3., 4.]);
}

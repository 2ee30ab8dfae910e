// The last axes of both operands must have one length.
// Says: `inner_compensated`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![1., 2.].inner_compensated(&array![1., 2., 3.]);
}

// Vectors that are mixed have one length.
// Says: `lerp`: axis of length 3 does not match axis of length 2
use conformable::array;

fn main() {
    let _ = array![1., 2., 3.].lerp(&array![1., 2.], 0.5);
}

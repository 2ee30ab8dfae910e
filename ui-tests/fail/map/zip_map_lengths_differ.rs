// Axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `zip_map`: axis of length 3 does not match axis of length 2
use conformable::array;

fn main() {
    array![1., 2., 3.].zip_map(&array![1., 2.], f64::max);
}

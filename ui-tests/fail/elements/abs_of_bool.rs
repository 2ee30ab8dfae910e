// A `bool` has no size.
// Says: `bool` has no magnitude
use conformable::array;

fn main() {
    array![true, false].abs();
}

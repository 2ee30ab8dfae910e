// A `bool` has no sign.
// Says: `bool` has no magnitude of its own type
use conformable::array;

fn main() {
    array![true, false].abs();
}

// `bool` has no differences: `^` tells where two arrays differ.
// Says: arrays of `bool` cannot be subtracted
use conformable::array;

fn main() {
    array![true, false].diff::<0>();
}

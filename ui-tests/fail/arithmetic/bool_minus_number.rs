// `bool` has no difference, with a number either.
// Says: arrays of `bool` cannot be subtracted: `bool` has no `-`
use conformable::array;

fn main() {
    let _ = array![true, false] - true;
}

// `bool` has no difference, as in NumPy.
// Says: arrays of `bool` cannot be subtracted: `bool` has no `-`
use conformable::array;

fn main() {
    let _ = array![true, false] - array![true, true];
}

// `bool` has no mean, so no edges of bins; `count` counts.
// Says: elements of type `bool` have no mean
use conformable::{Const, array};

fn main() {
    let _counts = array![true, false].histogram(Const::<2>, None);
}

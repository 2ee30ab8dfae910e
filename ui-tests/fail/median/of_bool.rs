// `bool` has no mean, so no median.
// Says: elements of type `bool` have no mean
use conformable::array;

fn main() {
    array![true, false].median();
}

// A mask is an array of `bool`; comparisons give one.
// Says: no method named `select`
use conformable::array;

fn main() {
    array![1, 0].select(&1, &2);
}

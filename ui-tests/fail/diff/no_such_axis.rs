// A vector has axis 0 only.
// Says: `diff`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    array![1, 2, 3].diff::<1>();
}

// A vector has axis 0 only.
// Says: `compress`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    let _kept = array![1, 2, 3].compress::<1, _, _>(&array![true]);
}

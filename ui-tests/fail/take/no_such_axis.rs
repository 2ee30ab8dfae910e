// A vector has axis 0 only.
// Says: `take`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    let _taken = array![1, 2, 3].take::<1, _, _>(&array![0]);
}

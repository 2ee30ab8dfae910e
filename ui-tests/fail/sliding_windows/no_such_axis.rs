// Windows are along an axis that the array has.
// Says: `sliding_windows`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    array![1, 2, 3].sliding_windows::<1, 2>();
}

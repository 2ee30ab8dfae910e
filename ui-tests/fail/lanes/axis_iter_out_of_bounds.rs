// Axes are counted from 0.
// Says: `axis_iter`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    array![1, 2].axis_iter::<1>();
}

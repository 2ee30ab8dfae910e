// Parts are along an axis that the array has.
// Says: `axis`: axis 2 is out of bounds for array of dimension 2
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].disjoint_axis_mut::<2, 1>([0]);
}

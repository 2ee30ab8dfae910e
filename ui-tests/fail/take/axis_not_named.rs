// The axis is named beside the axis and the holder of the indices.
// Says: `take`: which axis? The call does not name it
use conformable::array;

fn main() {
    let _taken = array![1, 2, 3].take(&array![0]);
}

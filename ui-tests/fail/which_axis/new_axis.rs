// The place of a new axis is named.
// Says: `insert_axis`: which axis? The call does not name it
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].insert_axis();
}

// An axis is named beside the number of parts.
// Says: `split`: which axis? The call does not name it
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].split();
}

// Two axes that change places are named.
// Says: `swap_axes`: which axis? The call does not name it
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].swap_axes();
}

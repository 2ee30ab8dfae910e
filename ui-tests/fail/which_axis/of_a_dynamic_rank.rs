// A reduction along an axis names it, whatever the rank.
// Says: `max_keepdims`: which axis? The call does not name it
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].into_dyn().max_keepdims();
}

// A reduction along an axis names it.
// Says: `sum_axis`: which axis? The call does not name it
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].sum_axis();
}

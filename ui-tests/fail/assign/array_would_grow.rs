// An array keeps its shape when another is assigned to it.
// Says: `assign`: 2 axes do not broadcast to 1
use conformable::array;

fn main() {
    array![1, 2].assign(&array![[1, 2], [3, 4]]);
}

// A vector has no columns.
use conformable::array;

fn main() {
    array![1, 2].columns();
}

// Ranges of the language are items of a list, which is a tuple.
// Says: is not a list of items of a slice
use conformable::array;

fn main() {
    array![1, 2, 3].slice(0..2);
}

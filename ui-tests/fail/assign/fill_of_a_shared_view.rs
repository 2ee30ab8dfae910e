// The elements of a view that only reads cannot be changed.
// Says: the elements of an immutable view cannot be changed
use conformable::array;

fn main() {
    array![1, 2].view().fill(0);
}

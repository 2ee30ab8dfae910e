// What is only borrowed is not changed.
// Says: the elements of an immutable view cannot be changed
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].view().rows_mut();
}

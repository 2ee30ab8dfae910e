// What is only borrowed is not changed.
// Says: the elements of an immutable view cannot be changed
use conformable::{array, s};

fn main() {
    array![1, 2, 3].view().slice_mut(s![..2]);
}

// A shared view gives no mutable view.
// Says: the elements of an immutable view cannot be changed
use conformable::array;

fn main() {
    let v = array![1, 2, 3];
    let mut shared = v.view();
    shared.view_mut();
}

// A shared view only reads.
// Says: the elements of a view cannot be changed
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    let mut view = m.view();
    view[[0, 0]] = 5;
}

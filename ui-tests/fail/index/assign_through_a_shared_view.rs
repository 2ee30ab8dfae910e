// A shared view only reads.
use conformable::array;

fn main() {
    let m = array![[1, 2], [3, 4]];
    let view = m.view();
    view[[0, 0]] = 5;
}

// A mutable view needs a mutable array.
use conformable::array;

fn main() {
    let v = array![1, 2, 3];
    v.view_mut()[0] = 4;
}

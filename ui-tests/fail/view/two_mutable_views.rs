// There is one mutable view at a time.
use conformable::array;

fn main() {
    let mut v = array![1, 2, 3];
    let mut a = v.view_mut();
    let mut b = v.view_mut();
    a[0] = 1;
    b[0] = 2;
}

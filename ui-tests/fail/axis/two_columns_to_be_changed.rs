// Two columns that can be changed at a time are halves, or come from an iterator.
use conformable::array;

fn main() {
    let mut m = array![[1, 2], [3, 4]];
    let (mut x, mut y) = (m.column_mut(0), m.column_mut(1));
    (x.as_mut(), y.as_mut());
}

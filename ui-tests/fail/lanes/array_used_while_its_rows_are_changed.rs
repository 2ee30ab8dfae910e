// While rows can be changed the array is borrowed.
use conformable::array;

fn main() {
    let mut m = array![[1, 2], [3, 4]];
    let mut rows = m.rows_mut();
    m[[0, 0]] = 5;
    rows.next();
}

// A part is borrowed from its array.
use conformable::array;

fn main() {
    let row = {
        let m = array![[1, 2], [3, 4]];
        m.row(0)
    };
    row.is_some();
}

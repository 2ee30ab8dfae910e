// A view that only borrows its elements cannot be sorted where it is.
// Says: the elements of an immutable view cannot be changed
use conformable::{Matrix, array};

fn main() {
    let m: Matrix<i32, 1, 2> = array![[2, 1]];
    m.view().sort_inplace();
}

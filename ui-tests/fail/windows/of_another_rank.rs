// A window has a length for each axis.
// Says: `windows_of`: a window of 1 axes in an array of 2
use conformable::{array, shape};

fn main() {
    array![[1, 2], [3, 4]].windows_of::<shape![2]>();
}

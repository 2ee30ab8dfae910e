// One axis may be left open.
// Says: `reshape`: can only specify one unknown dimension
use conformable::{array, shape};

fn main() {
    array![1, 2, 3, 4, 5, 6].reshape::<shape![_, 2, _]>();
}

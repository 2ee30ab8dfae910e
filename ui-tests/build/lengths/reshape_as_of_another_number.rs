// What has six elements has no shape of five. Only `cargo build` says so.
use conformable::{array, shape};

fn main() {
    array![[1, 2, 3], [4, 5, 6]].reshape_as::<shape![5]>();
}

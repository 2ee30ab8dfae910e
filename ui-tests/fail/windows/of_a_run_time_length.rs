// The length of a window is in its type.
// Says: the type must know every length here
use conformable::{array, shape};

fn main() {
    array![1, 2].windows_of::<shape![dyn]>();
}

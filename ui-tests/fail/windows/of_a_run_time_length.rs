// The length of a window is in its type.
// Says: every length must be in the type here, but the shape `(Dyn,)` leaves some open
use conformable::{array, shape};

fn main() {
    array![1, 2].windows_of::<shape![dyn]>();
}

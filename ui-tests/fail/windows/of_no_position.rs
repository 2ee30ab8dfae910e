// A window has positions.
// Says: `windows`: a window or chunk must have at least 1 position, not 0
use conformable::array;

fn main() {
    array![1, 2, 3].windows::<0>();
}

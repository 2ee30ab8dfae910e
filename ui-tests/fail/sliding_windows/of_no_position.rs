// A window has at least one position.
// Says: `sliding_windows`: a window or chunk must have at least 1 position, not 0
use conformable::array;

fn main() {
    array![1, 2, 3].sliding_windows::<0, 0>();
}

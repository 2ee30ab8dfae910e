// A window is no longer than its axis.
// Says: `sliding_windows`: an axis of length 3 does not have 4 positions
use conformable::array;

fn main() {
    array![1, 2, 3].sliding_windows::<0, 4>();
}

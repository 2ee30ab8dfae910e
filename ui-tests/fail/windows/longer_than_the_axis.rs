// A window is within its axis.
// Says: `windows`: an axis of length 3 does not have 4 positions
use conformable::array;

fn main() {
    array![1, 2, 3].windows::<4>();
}

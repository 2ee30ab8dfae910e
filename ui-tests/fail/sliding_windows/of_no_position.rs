// A window has at least one position.
// Says: `sliding_windows`: a part of 0 positions is none
use conformable::array;

fn main() {
    array![1, 2, 3].sliding_windows::<0, 0>();
}

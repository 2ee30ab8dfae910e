// A window has positions.
// Says: `windows`: a part of 0 positions is none
use conformable::array;

fn main() {
    array![1, 2, 3].windows::<0>();
}

// A chunk has positions.
// Says: `chunks`: a part of 0 positions is none
use conformable::array;

fn main() {
    array![1, 2, 3].chunks::<0>();
}

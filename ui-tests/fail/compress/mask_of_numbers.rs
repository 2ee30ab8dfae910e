// A mask is of `bool`, as a comparison gives it.
use conformable::array;

fn main() {
    let _kept = array![1, 2, 3].compress::<0, _, _>(&array![1, 0, 1]);
}

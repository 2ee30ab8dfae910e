// Integers are whole already.
// Says: `u8` is not a real number type with a square root
use conformable::array;

fn main() {
    array![4_u8, 9].round();
}

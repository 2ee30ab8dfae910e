// Integers have no square root.
// Says: `i32` is not a real number type with a square root
use conformable::array;

fn main() {
    array![4_i32, 9].sqrt();
}

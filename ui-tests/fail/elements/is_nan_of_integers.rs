// Integers are never NaN.
// Says: `i32` has neither infinities nor NaN
use conformable::array;

fn main() {
    array![4_i32, 9].is_nan();
}

// There is no type in which products of i64 are exact.
// Says: there is no wide product of `i64` and `i64`
use conformable::array;

fn main() {
    let _: i64 = array![1_i64, 2].inner_wide(&array![1_i64, 2]);
}

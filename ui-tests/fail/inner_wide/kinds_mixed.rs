// Bytes meet bytes.
// Says: there is no wide product of `i8` and `f32`
use conformable::array;

fn main() {
    let _: f32 = array![1_i8, 2].inner_wide(&array![1_f32, 2.]);
}

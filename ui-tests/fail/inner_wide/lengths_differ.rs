// The last axes of both operands must have one length.
// Says: `inner_wide`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![1_i8, 2].inner_wide(&array![1_u8, 2, 3]);
}

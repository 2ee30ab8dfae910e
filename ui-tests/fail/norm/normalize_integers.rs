// A direction has fractions.
// Says: a norm of elements of type `u8` needs a square root
fn main() {
    conformable::array![3_u8, 4].normalize();
}

// The root of an integer is none.
// Says: a norm of elements of type `i32` needs a square root
fn main() {
    conformable::array![3_i32, 4].norm();
}

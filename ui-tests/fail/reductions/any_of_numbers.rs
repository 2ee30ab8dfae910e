// Numbers are neither true nor false.
// Says: elements of type `i32` are not `bool`
fn main() {
    conformable::array![0_i32, 1].any();
}

// A vector has axis 0 only.
// Says: `swap_axes`: axis 1 is out of bounds for array of dimension 1
fn main() {
    conformable::array![1, 2].swap_axes::<0, 1>();
}

// A vector has axis 0 only.
// Says: `sort_axis`: axis 1 is out of bounds for array of dimension 1
fn main() {
    conformable::array![1, 2].sort_axis::<1>();
}

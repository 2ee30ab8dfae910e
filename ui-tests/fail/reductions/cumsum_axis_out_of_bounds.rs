// A vector has axis 0 only.
// Says: `cumsum_axis`: axis 1 is out of bounds for array of dimension 1
fn main() {
    conformable::array![1, 2].cumsum_axis::<1>();
}

// A vector has axis 0 only.
// Says: `sum_axis`: axis 1 is out of bounds for array of dimension 1
fn main() {
    conformable::array![1, 2].sum_axis::<1>();
}

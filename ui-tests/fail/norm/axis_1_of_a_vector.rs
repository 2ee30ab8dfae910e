// A vector has axis 0 only.
// Says: `norm_axis`: axis 1 is out of bounds for array of dimension 1
fn main() {
    conformable::array![3., 4.].norm_axis::<1>();
}

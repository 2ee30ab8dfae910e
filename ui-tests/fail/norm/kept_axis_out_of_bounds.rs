// A form that keeps the axis needs it, too.
// Says: `norm_keepdims`: axis 2 is out of bounds for array of dimension 2
// Says: `norm_squared_keepdims`: axis 1 is out of bounds for array of dimension 1
fn main() {
    conformable::array![[3., 4.], [1., 2.]].norm_keepdims::<2>();
    conformable::array![3, 4].norm_squared_keepdims::<1>();
}

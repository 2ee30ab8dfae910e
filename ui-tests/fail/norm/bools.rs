// Whether something is true has no size.
fn main() {
    conformable::array![[true], [false]].norm_axis::<1>();
}

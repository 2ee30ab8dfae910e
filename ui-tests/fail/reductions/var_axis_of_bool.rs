// Whether something is true has no variance.
fn main() {
    conformable::array![[true, false]].var_axis::<1>();
}

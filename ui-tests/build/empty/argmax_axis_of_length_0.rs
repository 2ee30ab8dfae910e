// Each row has a largest element, if it has any. Only `cargo build` says so.
fn main() {
    conformable::Matrix::<f32, 2, 0>::zeros().argmax_axis::<1>();
}

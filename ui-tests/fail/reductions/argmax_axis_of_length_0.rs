// Each row has a largest element, if it has any.
fn main() {
    conformable::Matrix::<f32, 2, 0>::zeros().argmax_axis::<1>();
}

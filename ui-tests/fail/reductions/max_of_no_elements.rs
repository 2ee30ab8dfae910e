// No number is the largest of none.
fn main() {
    conformable::Vector::<f32, 0>::zeros().max();
}

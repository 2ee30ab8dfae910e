// No number is the largest of none. Only `cargo build` says so.
fn main() {
    conformable::Vector::<f32, 0>::zeros().max();
}

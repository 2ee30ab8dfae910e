// There is no place where a smallest element could be.
fn main() {
    conformable::Matrix::<f32, 4, 0>::zeros().argmin();
}

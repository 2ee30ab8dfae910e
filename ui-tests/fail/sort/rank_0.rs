// An array of rank 0 has no rows to sort.
// Says: an array of rank 0 has no rows
fn main() {
    conformable::Array::<f64, ()>::new(1.).sort();
}

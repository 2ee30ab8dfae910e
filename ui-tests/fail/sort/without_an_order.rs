// What has no order cannot be sorted.
// Says: elements of type `()` have no order
fn main() {
    conformable::Vector::new([(), ()]).argsort();
}

// Whether something is true has no mean; `count` counts.
// Says: elements of type `bool` have no mean
fn main() {
    conformable::array![true, false].mean();
}

// A matrix has two axes along which sums can run: one must be named.
// Says: `cumsum`: needs an axis: the array has 2 dimensions
fn main() {
    conformable::array![[1, 2], [3, 4]].cumsum();
}

// A matrix has two axes along which sums can run: one must be named.
// Says: `cumsum`: an array of dimension 2 has no one axis to go along
fn main() {
    conformable::array![[1, 2], [3, 4]].cumsum();
}

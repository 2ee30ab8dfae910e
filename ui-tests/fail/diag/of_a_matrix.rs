// A matrix has a `diagonal`; `diag` makes a matrix of one.
fn main() {
    conformable::array![[1, 2], [3, 4]].diag();
}

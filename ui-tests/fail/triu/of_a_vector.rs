// A vector has no triangle.
// Says: `triu`: expected an array with at least two axes
fn main() {
    conformable::array![1, 2].triu(0);
}

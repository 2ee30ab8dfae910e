// A vector has no triangle.
// Says: `triu`: an array with at least two axes is needed
fn main() {
    conformable::array![1, 2].triu(0);
}

// A vector of 2 elements has no `z`.
// Says: has no `z`
use conformable::array;

fn main() {
    array![1, 2].xz();
}

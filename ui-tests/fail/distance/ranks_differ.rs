// Nothing broadcasts: both shapes must be one.
// Says: `distance`: an array of dimension 2 does not match an array of dimension 1
use conformable::array;

fn main() {
    array![[1., 2.]].distance(&array![1., 2.]);
}

// A matrix has axes 0 and 1.
// Says: `lanes`: axis 2 is out of bounds for array of dimension 2
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].lanes::<2>();
}

// A vector of 2 elements has no field `z`.
use conformable::array;

fn main() {
    let _ = array![1, 2].z;
}

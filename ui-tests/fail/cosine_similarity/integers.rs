// A cosine is a fraction.
// Says: `i32` is not a real number type with a square root
use conformable::array;

fn main() {
    array![1_i32, 2].cosine_similarity(&array![3, 4]);
}

// The last axes of both operands must have one length.
// Says: `cosine_similarity`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![1., 2.].cosine_similarity(&array![1., 2., 3.]);
}

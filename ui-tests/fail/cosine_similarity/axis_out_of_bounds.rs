// Axes are counted from 0: a vector has no axis 1.
// Says: `cosine_similarity`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    array![1., 2.].cosine_similarity_axis::<1, _>(&array![3., 4.]);
}

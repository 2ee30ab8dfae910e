// What is added broadcasts to the array, which keeps its shape.
// Says: `scale_add`: axis of length 3 does not match axis of length 2
use conformable::array;

fn main() {
    array![1., 2.].scale_add(0.5, &array![1., 2., 3.]);
}

// Points of one space have as many coordinates.
// Says: `distance`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![1., 2.].distance(&array![1., 2., 3.]);
}

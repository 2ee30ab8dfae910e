// A `Const<1>` does not stretch by accident.
// Says: `isclose`: axis of length 3 does not match axis of length 1
use conformable::array;

fn main() {
    array![1., 2., 3.].isclose(&array![1.]);
}

// A list names axes that the array has.
// Says: `any_axes`: axis 1 is out of bounds for array of dimension 1
use conformable::{Vector, axes};

fn main() {
    Vector::<bool, 2>::full(true).any_axes::<axes![0, 1]>();
}

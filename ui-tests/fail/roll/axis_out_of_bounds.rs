// An array of rank 0 has no axis.
// Says: `roll`: axis 0 is out of bounds for array of dimension 0
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).roll::<0>(1);
}

// An array of rank 0 has no rows.
// It is one element.
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).rows();
}

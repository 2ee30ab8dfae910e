// An array of rank 0 has no rows.
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).rows();
}

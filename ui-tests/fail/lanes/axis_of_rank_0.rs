// An array of rank 0 has no axis.
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).outer_iter();
}

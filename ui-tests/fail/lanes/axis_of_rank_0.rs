// An array of rank 0 has no axis.
// So there is none to go along.
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).outer_iter();
}

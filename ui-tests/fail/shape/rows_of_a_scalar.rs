// Rows run along the last axis, and rank 0 has none.
// Says: a shape with at least one axis is needed here
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).rows();
}

// Rows run along the last axis, and rank 0 has none.
// Says: the method `rows` exists for struct
use conformable::Array;

fn main() {
    Array::<i32, ()>::new(1).rows();
}

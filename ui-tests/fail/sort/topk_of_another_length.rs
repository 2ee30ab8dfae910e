// The length of the result is `K`.
use conformable::{Vector, array};

fn main() {
    let (_best, _at): (Vector<i32, 2>, _) = array![1, 2, 3].topk::<3, 0>();
}

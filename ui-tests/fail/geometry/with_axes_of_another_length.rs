// Another name for an axis keeps its length.
// The compiler says: `with_axes`: axis of length 2 does not match axis of length 3
use conformable::{array, axis};

axis!(World: 3);

fn main() {
    let _ = array![1., 2.].with_axes::<(World,)>();
}

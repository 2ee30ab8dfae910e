// Other names are as many as there are axes.
use conformable::{array, axis};

axis!(World: 3);

fn main() {
    let _ = array![1., 2., 3.].with_axes::<(World, World)>();
}

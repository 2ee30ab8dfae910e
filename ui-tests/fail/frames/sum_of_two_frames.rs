// Vectors of two frames are not added.
// Says: `add`: axis `World` cannot meet axis `Camera`
use conformable::{array, axis};

axis!(World: 3);
axis!(Camera: 3);

fn main() {
    let a = array![1., 2., 3.].named::<World>();
    let b = array![1., 2., 3.].named::<Camera>();
    a + b;
}

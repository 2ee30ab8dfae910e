// An axis can be summed once.
// Says: `tensordot`: axis 0 is named twice
use conformable::{Array3, axes};

fn main() {
    let a = Array3::<f32, 2, 2, 2>::ones();
    a.tensordot_axes::<axes![1, 2], axes![0, 0], _>(&a);
}

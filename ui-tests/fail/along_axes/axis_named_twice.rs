// A list names each axis once.
// Says: `sum_axes`: axis 1 is named twice
use conformable::{Array3, axes};

fn main() {
    Array3::<f32, 2, 3, 4>::ones().sum_axes::<axes![1, 1]>();
}

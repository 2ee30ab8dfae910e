// What has no elements has no maximum.
// Says: `max_axes`: this array has no elements, and an empty array has no minimum or maximum
use conformable::{Array3, axes};

fn main() {
    Array3::<f32, 2, 0, 4>::ones().max_axes::<axes![0, 1]>();
}

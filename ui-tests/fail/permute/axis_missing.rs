// A permutation names every axis.
// Says: `permute`: axes don't match array: it has 3, and the list names 2
use conformable::{Array3, axes};

fn main() {
    Array3::<f32, 2, 3, 4>::ones().permute::<axes![2, 0]>();
}

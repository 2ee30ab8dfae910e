// Axes are counted from 0: a matrix has no axis 2.
// Says: `norm_axis`: axis 2 is out of bounds for array of dimension 2
use conformable::{Array, Dyn};

fn lengths(a: &Array<f32, (Dyn, Dyn)>) {
    a.norm_axis::<2>();
}

fn main() {}

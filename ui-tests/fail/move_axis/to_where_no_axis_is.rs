// Axes are counted from 0: a matrix has no axis 2.
// Says: `move_axis`: axis 2 is out of bounds for array of dimension 2
use conformable::{Array, Dyn};

fn f(a: &Array<f32, (Dyn, Dyn)>) {
    a.move_axis::<0, 2>();
}

fn main() {}

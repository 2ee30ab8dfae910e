// Axes are counted from 0: a matrix has no axis 2.
// Says: `argmax_axis`: axis 2 is out of bounds for array of dimension 2
use conformable::{Array, Dyn};

fn best(scores: &Array<f32, (Dyn, Dyn)>) {
    scores.argmax_axis::<2>();
}

fn main() {}

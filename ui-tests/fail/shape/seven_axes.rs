// A tuple has at most 6 axes.
// Says: is not a shape
use conformable::{Array, shape};

fn len(a: &Array<f32, shape![1, 1, 1, 1, 1, 1, 1]>) -> usize {
    0
}

fn main() {}

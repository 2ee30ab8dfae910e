// One axis is a tuple of one: `(Const<3>,)`.
// Says: is not a shape
use conformable::{Array, Const};

fn len(a: &Array<f32, Const<3>>) -> usize {
    0
}

fn main() {}

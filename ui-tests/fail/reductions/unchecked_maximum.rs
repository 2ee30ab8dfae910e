// A `Dyn` axis can have no elements: the largest of them is an `Option`.
use conformable::{Array, Dyn};

fn largest(a: &Array<f32, (Dyn,)>) -> f32 {
    a.max()
}

fn main() {}

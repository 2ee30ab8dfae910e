// Only `reshape` takes a shape with an open axis.
use conformable::{Array, shape};

fn f(_: Array<f32, shape![_, 3]>) {}

fn main() {}

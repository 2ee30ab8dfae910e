// What is left behind the last chunk of a generic axis is not known.
// A view with a `Dyn` axis can be cut into chunks.
use conformable::{Array, Dim};

fn pairs<D: Dim>(a: &Array<f32, (D,)>) {
    a.chunks::<2>();
}

fn main() {}

// What is left behind the last chunk of a generic axis is not known.
// Says: `chunks`: nothing says how long the axis `D` is
use conformable::{Array, Dim};

fn pairs<D: Dim>(a: &Array<f32, (D,)>) {
    a.chunks::<2>();
}

fn main() {}

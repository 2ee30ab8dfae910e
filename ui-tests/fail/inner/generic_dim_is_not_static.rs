// The result of `inner` over an axis that may be `Dyn` is not known: `StaticDim` asks for a length in the type.
// Says: TODO
use conformable::{Array, Dim};

fn norm2<D: Dim>(a: &Array<f32, (D,)>) -> f32 {
    a.inner(a)
}

fn main() {
    norm2(&conformable::array![1.]);
}

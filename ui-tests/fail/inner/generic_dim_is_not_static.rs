// An axis `D: Dim` may be `Dyn`, so what is proven is not known; `StaticDim` has its length in the type.
// Says: `inner`: nothing says that the axes
use conformable::{Array, Dim};

fn norm2<D: Dim>(a: &Array<f32, (D,)>) {
    a.inner(a);
}

fn main() {
    norm2(&conformable::array![1.]);
}

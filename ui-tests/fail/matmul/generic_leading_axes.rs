// A leading axis `B: Dim` may be `Dyn`, so what is proven is not known; `B: StaticDim` has its length in the type.
use conformable::{Array, Const, Dim};

fn square<B: Dim>(a: &Array<f32, (B, Const<1>, Const<1>)>) {
    a.matmul(a);
}

fn main() {
    square(&conformable::array![[[1.]]]);
}

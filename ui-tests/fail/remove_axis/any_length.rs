// Nothing says that a generic length is 1.
use conformable::{Array, StaticDim};

fn f<K: StaticDim>(a: &Array<f32, (K,)>) {
    a.remove_axis::<0>();
}

fn main() {}

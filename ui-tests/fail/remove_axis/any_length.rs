// Nothing says that a generic length is 1.
// Says: `remove_axis`: nothing says that the axis has length 1
use conformable::{Array, StaticDim};

fn f<K: StaticDim>(a: &Array<f32, (K,)>) {
    a.remove_axis::<0>();
}

fn main() {}

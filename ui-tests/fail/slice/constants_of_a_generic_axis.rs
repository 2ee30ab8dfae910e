// Of an axis of any length nobody knows whether a constant is on it.
// Says: `slice`: the length of the axis `D` is not known
use conformable::{Array, Dim, s};

fn first<D: Dim>(a: &Array<f32, (D,)>) {
    a.slice(s![0..1]);
}

fn main() {}

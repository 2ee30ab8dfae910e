// Of an axis of any length nobody knows whether a constant is on it.
// Says: `slice`: nothing says how long the axis `D` is
use conformable::{Array, Dim, s};

fn first<D: Dim>(a: &Array<f32, (D,)>) {
    a.slice(s![0..1]);
}

fn main() {}

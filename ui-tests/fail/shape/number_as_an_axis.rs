// An axis of length 3 is `Const<3>`, or `3` within `shape!`; `usize` is none.
// Says: `(usize, usize)` is not a shape
use conformable::Array;

fn len(a: &Array<f32, (usize, usize)>) -> usize {
    0
}

fn main() {}

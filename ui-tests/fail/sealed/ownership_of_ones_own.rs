// Who holds the elements is `Owned`, `View` or `ViewMut`.
// Says: `Shared` is not a kind of ownership
use conformable::{Array, Const};

struct Shared;

fn len(a: &Array<f32, (Const<2>,), Shared>) -> usize {
    0
}

fn main() {}

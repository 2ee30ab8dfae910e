// Who holds the elements is `Owned`, `View` or `ViewMut`.
// Says: `Shared` does not say who holds the elements
use conformable::{Array, Const};

struct Shared;

fn len(a: &Array<f32, (Const<2>,), Shared>) -> usize {
    0
}

fn main() {}

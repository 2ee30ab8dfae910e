// A view is one of any shorter lifetime, and of no longer one.
use conformable::{ArrayView, shape};

fn longer<'s, 'l: 's>(a: ArrayView<'s, i32, shape![2]>) -> ArrayView<'l, i32, shape![2]> {
    a
}

fn main() {
    longer(conformable::array![1, 2].view());
}

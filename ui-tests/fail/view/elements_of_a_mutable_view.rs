// A mutable view is invariant in its elements: with shorter-lived ones, it could put them where longer-lived ones are.
use conformable::{ArrayViewMut, shape};

fn shorter<'v, 's>(a: ArrayViewMut<'v, &'static str, shape![2]>) -> ArrayViewMut<'v, &'s str, shape![2]> {
    a
}

fn main() {
    shorter(conformable::array!["a", "b"].view_mut());
}

// An array with a `Dyn` axis is `Sync` exactly if its elements are.
use conformable::Array;
use std::rc::Rc;

fn sync<T: Sync>(_: T) {}

fn main() {
    sync(Array::from(vec![Rc::new(1)]));
}

// An array is `Send` exactly if its elements are.
use conformable::Vector;
use std::rc::Rc;

fn send<T: Send>(_: T) {}

fn main() {
    send(Vector::new([Rc::new(1)]));
}

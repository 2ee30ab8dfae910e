// A view is `Send` exactly if its elements are `Sync`.
use conformable::Vector;
use std::cell::Cell;

fn send<T: Send>(_: T) {}

fn main() {
    let cells = Vector::new([Cell::new(1)]);
    send(cells.view());
}

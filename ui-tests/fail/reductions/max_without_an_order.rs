// A type without an order has no largest element.
// Says: elements of type `Colour` have no order
use conformable::Vector;

#[derive(Clone, Copy)]
struct Colour;

fn main() {
    Vector::new([Colour, Colour]).max();
}

// Elements are kept in sorted order.
// Says: elements of type `Colour` have no order
use conformable::array;

#[derive(Clone, Copy)]
struct Colour;

fn main() {
    array![Colour, Colour].unique();
}

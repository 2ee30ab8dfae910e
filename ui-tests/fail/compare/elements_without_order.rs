// Elements without an order have no larger one.
// Says: can't compare `Turn` with `Turn`
use conformable::array;

#[derive(Clone, Copy)]
struct Turn;

fn main() {
    array![Turn].maximum(&array![Turn]);
}

// The bounds have the type of the elements.
use conformable::array;

fn main() {
    array![1., 2.].clamp(0, 1);
}

// The value is an element.
use conformable::array;

fn main() {
    array![1, 2, 3].pad::<0, 1, 1>(0.5);
}

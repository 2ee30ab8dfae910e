// Numbers are cast to numbers.
// Says: elements of type `f64` cannot be cast to `char`
use conformable::array;

fn main() {
    array![1_f64, 2.].cast::<char>();
}

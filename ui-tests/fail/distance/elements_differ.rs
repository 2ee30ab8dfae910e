// Both operands have one element type.
use conformable::array;

fn main() {
    array![1_f32, 2.].distance(&array![1_f64, 2.]);
}

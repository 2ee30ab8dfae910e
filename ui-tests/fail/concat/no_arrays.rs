// Nothing says what shape the arrays of an empty list have.
use conformable::{Vector, concat};

fn main() {
    let none: [&Vector<f32, 3>; 0] = [];
    concat::<0, _>(none);
}

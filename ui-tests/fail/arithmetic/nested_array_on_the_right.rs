// Nested arrays are no operands.
// Says: `add`: expected an array of `f32`, a reference to one, or a `f32`, found `[f32; 2]`
use conformable::Vector;

fn main() {
    let _ = Vector::<f32, 2>::ones() + [1.0_f32, 2.0];
}

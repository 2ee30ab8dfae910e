// A number that multiplies an array has the type of its elements.
// Says: expected an array of `f32` or a `f32`, found `i64`
use conformable::Vector;

fn main() {
    Vector::<f32, 2>::ones().inner(&2_i64);
}

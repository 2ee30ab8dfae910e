// A number beside an array is of its element type.
// Says: expected an array of `f32` or a `f32`, found `f64`
use conformable::Vector;

fn main() {
    Vector::<f32, 2>::ones().greater(&0.5_f64);
}

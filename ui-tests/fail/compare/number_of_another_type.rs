// A number beside an array is of its element type.
// Says: an array of `f32` or a `f32` is needed here, not `f64`
use conformable::Vector;

fn main() {
    Vector::<f32, 2>::ones().greater(&0.5_f64);
}

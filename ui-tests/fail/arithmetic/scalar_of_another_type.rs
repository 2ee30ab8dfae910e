// A number beside an array is of its element type.
// Says: `multiply`: expected an array of `f32`, a reference to one, or a `f32`, found `f64`
use conformable::Vector;

fn main() {
    let scale: f64 = 2.0;
    let _ = Vector::<f32, 2>::ones() * scale;
}

// A number on the left is of the element type, too.
use conformable::Vector;

fn main() {
    let scale: f64 = 2.0;
    let _ = scale * &Vector::<f32, 2>::ones();
}

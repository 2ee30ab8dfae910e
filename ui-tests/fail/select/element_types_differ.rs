// Both choices have one element type.
// Says: the elements of both operands must have one type
use conformable::Vector;

fn main() {
    let mask = Vector::<bool, 2>::ones();
    mask.select(&Vector::<f32, 2>::ones(), &Vector::<f64, 2>::ones());
}

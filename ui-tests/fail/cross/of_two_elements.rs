// A cross product is of vectors of 3 elements.
// Says: `cross`: vectors of length 2, but a cross product is one of vectors of length 3
use conformable::Vector;

fn main() {
    let v = Vector::<f64, 2>::ones();
    v.cross(&v);
}

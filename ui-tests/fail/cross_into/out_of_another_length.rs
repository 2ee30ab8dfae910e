// `out` has the shape of the product.
// Says: `cross_into`: axis of length 3 does not match axis of length 2
use conformable::Vector;

fn main() {
    let (v, mut out) = (Vector::<f64, 3>::ones(), Vector::<f64, 2>::ones());
    v.cross_into(&v, &mut out);
}

// `out` has the shape of the result.
// Says: `zip_map_into`: axis of length 3 does not match axis of length 2
use conformable::Vector;

fn main() {
    let (a, b) = (Vector::<f32, 3>::ones(), Vector::<f32, 3>::ones());
    a.zip_map_into(&b, &mut Vector::<f32, 2>::zeros(), f32::max);
}

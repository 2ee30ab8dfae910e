// `out` has the shape of the result.
// Says: `add_into`: axis of length 3 does not match axis of length 2
use conformable::Vector;

fn main() {
    let a = Vector::<f32, 3>::ones();
    a.add_into(&a, &mut Vector::<f32, 2>::zeros());
}

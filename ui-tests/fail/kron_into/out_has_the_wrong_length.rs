// The axes of `out` are those of the result.
// Says: `kron_into`: axis of length 9 does not match axis of length 6
use conformable::Vector;

fn main() {
    let x = Vector::<f32, 3>::ones();
    x.kron_into(&x, &mut Vector::<f32, 6>::zeros());
}

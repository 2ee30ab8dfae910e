// The right side of `+=` stretches only where its type says so.
// Says: `add`: axis of length 1 does not match axis of length 5
use conformable::Matrix;

fn main() {
    let mut a = Matrix::<f32, 3, 5>::ones();
    a += Matrix::<f32, 3, 1>::ones();
}

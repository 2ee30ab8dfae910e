// An axis `Const<1>` is one position: only an axis that says so, `Stretch`, stretches.
// Says: `add`: axis of length 1 does not match axis of length 5
use conformable::Matrix;

fn main() {
    let _ = Matrix::<f32, 3, 1>::ones() + Matrix::<f32, 3, 5>::ones();
}

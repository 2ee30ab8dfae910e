// An axis `Const<1>` is one position: only an axis that says so, `Stretch`, stretches.
// Says: `divide`: axis of length 5 does not match axis of length 1
use conformable::Matrix;

fn main() {
    let _ = Matrix::<f32, 5, 3>::ones() / Matrix::<f32, 1, 3>::ones();
}

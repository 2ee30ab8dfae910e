// An axis `Const<1>` is one position: only an axis that says so, `Stretch`, stretches.
// Says: `matmul`: axis of length 1 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f32, 1, 3, 4>::ones();
    a.matmul(&Array3::<f32, 5, 4, 6>::ones());
}

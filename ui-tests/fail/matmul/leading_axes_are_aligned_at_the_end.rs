// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `matmul`: axis of length 5 does not match axis of length 2
use conformable::{Array3, Array4};

fn main() {
    let a = Array4::<f32, 2, 5, 3, 4>::ones();
    a.matmul(&Array3::<f32, 2, 4, 6>::ones());
}

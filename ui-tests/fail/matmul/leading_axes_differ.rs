// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `matmul`: axis of length 2 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f32, 2, 3, 4>::ones();
    a.matmul(&Array3::<f32, 5, 4, 6>::ones());
}

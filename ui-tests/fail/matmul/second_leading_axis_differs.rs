// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `matmul`: axis of length 7 does not match axis of length 8
use conformable::Array4;

fn main() {
    let a = Array4::<f32, 7, 2, 3, 4>::ones();
    a.matmul(&Array4::<f32, 8, 2, 4, 6>::ones());
}

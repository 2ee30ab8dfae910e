// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `vecmat`: axis of length 5 does not match axis of length 2
use conformable::{Array3, Matrix};

fn main() {
    let a = Array3::<f32, 2, 4, 3>::ones();
    Matrix::<f32, 5, 4>::ones().vecmat(&a);
}

// No axis goes away.
// Says: `broadcast_to`: 2 axes do not broadcast to 1
use conformable::{Const, Matrix};

fn main() {
    Matrix::<f32, 1, 3>::ones().broadcast_to((Const::<3>,));
}

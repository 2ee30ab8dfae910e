// An axis broadcasts to one of its own length.
// Says: `broadcast_to`: axis of length 3 does not match axis of length 4
use conformable::{Const, Vector};

fn main() {
    Vector::<f32, 3>::ones().broadcast_to((Const::<2>, Const::<4>));
}

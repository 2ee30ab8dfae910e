// All axes but the joined one must be the same, in each array.
// Says: `concat`: axis of length 3 does not match axis of length 5
use conformable::{Matrix, concat};

fn main() {
    let (a, b) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 2, 5>::ones());
    concat::<0, _>((&a, &a, &b));
}

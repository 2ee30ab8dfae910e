// All axes but the joined one must be the same.
// Says: `concat`: axis of length 3 does not match axis of length 4
use conformable::{Matrix, concat};

fn main() {
    let (a, b) = (Matrix::<f32, 2, 3>::ones(), Matrix::<f32, 2, 4>::ones());
    concat::<0, _>((&a, &b));
}

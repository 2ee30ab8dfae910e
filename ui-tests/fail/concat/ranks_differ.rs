// All arrays must have the same number of axes.
// Says: `concat`: an array of 2 axes and one of 1 cannot be joined
use conformable::{Matrix, Vector, concat};

fn main() {
    let (a, b) = (Matrix::<f32, 2, 3>::ones(), Vector::<f32, 3>::ones());
    concat::<0, _>((&a, &b));
}

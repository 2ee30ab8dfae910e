// A tuple has at most 6 axes, so a result cannot have 7.
// Says: `tensordot`: the result would have more than 6 axes
use conformable::{Array3, Array4};

fn main() {
    let a = Array4::<f32, 1, 1, 1, 1>::ones();
    a.tensordot::<0, _>(&Array3::<f32, 1, 1, 1>::ones());
}

// A tuple has at most 6 axes, so a result cannot have 7.
// Says: `dot`: the result would have more than 6 axes
use conformable::{Array4, Array5};

fn main() {
    let a = Array4::<f32, 1, 1, 1, 2>::ones();
    a.dot(&Array5::<f32, 1, 1, 1, 2, 1>::ones());
}

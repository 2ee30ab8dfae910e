// A tuple has at most 6 axes.
// Says: `slicing`: the result would have more than 6 axes
use conformable::{Array6, s};

fn main() {
    Array6::<f32, 1, 1, 1, 1, 1, 1>::ones().slice(s![NewAxis, ...]);
}

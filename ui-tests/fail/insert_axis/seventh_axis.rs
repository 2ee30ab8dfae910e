// A tuple has at most 6 axes.
// Says: `insert_axis`: the result would have more than 6 axes
use conformable::Array6;

fn main() {
    Array6::<f32, 1, 1, 1, 1, 1, 1>::ones().insert_axis::<0>();
}

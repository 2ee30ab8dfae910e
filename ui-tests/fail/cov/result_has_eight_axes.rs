// The result has all axes but the last, twice.
// Says: `cov`: the result would have more than 6 axes
use conformable::{Array, shape};

fn main() {
    Array::<f32, shape![1, 2, 1, 2, 3]>::ones().cov();
}

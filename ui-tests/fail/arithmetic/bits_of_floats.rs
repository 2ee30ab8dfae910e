// Floats have no bits to combine.
// Says: arrays of `f32` have no `&`
use conformable::array;

fn main() {
    let _ = array![1.0_f32, 2.0] & array![1.0_f32, 2.0];
}

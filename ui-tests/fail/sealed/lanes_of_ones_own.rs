// What stands in the lanes of a sum is a number of the crate.
// Says: not all trait items implemented, missing: `SEALED`
#![forbid(unsafe_code)]
use conformable::scalar::Laned;

#[derive(Clone, Copy)]
struct Mine(f32);
impl Laned for Mine {}

fn main() {}

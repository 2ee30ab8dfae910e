// A sum reads the terms of the crate: those of another type could say that there are more.
// Says: not all trait items implemented, missing: `SEALED`
#![forbid(unsafe_code)]
use conformable::kernel::terms::Terms;

#[derive(Clone, Copy)]
struct Mine;
impl Terms<f32> for Mine {}

fn main() {}

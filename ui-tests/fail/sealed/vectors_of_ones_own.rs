// The vectors of an instruction set are the crate's: memory is read by their lengths.
#![forbid(unsafe_code)]
use conformable::simd::{Baseline, Simd};

struct Mine(f32);
impl Simd<Mine> for Baseline {}

fn main() {}

// An instruction set is one of the crate's: a kernel runs on what it says that the CPU has.
// Says: module `widen` is private
#![forbid(unsafe_code)]
use conformable::simd::widen::Widen;

#[derive(Clone, Copy)]
struct Mine;
impl Widen for Mine {}

fn main() {}

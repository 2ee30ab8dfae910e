// What seals a trait cannot be named.
// Says: module `sealed` is private
#![forbid(unsafe_code)]
use conformable::axis;
use conformable::shape::{AxisRules, SameName, op};

axis!(Short: 2);
axis!(Long: 9);
impl SameName<Short, Long, op::concat> for AxisRules {
    const SEALED: conformable::sealed::Seal = conformable::sealed::Seal;
}

fn main() {}

// A rule with a blanket impl leaves no gap where that does not apply.
// Says: not all trait items implemented, missing: `SEALED`
#![forbid(unsafe_code)]
use conformable::{Check, Dim, Proven, axis, shape};

axis!(Short: 2);
axis!(Long: 9);
impl shape::SameDim<Long, shape::op::inner> for Short {
    type Check = Proven;
    type Dim = Long;
    fn either(self, rhs: Long) -> Long { rhs }
}

fn main() {}

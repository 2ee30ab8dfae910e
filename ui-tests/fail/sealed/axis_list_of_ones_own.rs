// A list of axes is one that `axes!` spells: `permute` takes its numbers without looking again.
// Says: not all trait items implemented, missing: `SEALED`
#![forbid(unsafe_code)]
use conformable::shape::{AxisList, Rank};

struct Evil;
impl AxisList for Evil {
    const LEN: usize = 2;
    type Count = Rank<2>;
    const LIST: [usize; 8] = [0; 8];
}

fn main() {}

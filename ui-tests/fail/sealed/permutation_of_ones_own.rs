// The shape of a permutation follows from its list.
// Says: not all trait items implemented, missing: `SEALED`
#![forbid(unsafe_code)]
use conformable::Const;
use conformable::shape::{AllNamed, AxisRules};

struct Evil;
impl AllNamed<(Const<2>, Const<3>), Evil, 2, 2> for AxisRules {
    type Output = (Const<1000>, Const<1000>);
}

fn main() {}

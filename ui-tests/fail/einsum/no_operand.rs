// There is at least one operand.
// Says: `einsum!`: there is no operand
use conformable::{einsum};

fn main() {
    einsum!("->");
}

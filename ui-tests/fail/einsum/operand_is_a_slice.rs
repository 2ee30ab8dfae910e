// An operand is an array.
// Says: `einsum!`: an array or a number is needed here, not `&[{float}; 2]`
use conformable::{einsum};

fn main() {
    einsum!("i->", &[1.0, 2.0]);
}
